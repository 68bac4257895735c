using System.Globalization;

namespace Graph.Annotations;

/// <summary>A line of the section <c>tables</c>, without its indent.</summary>
/// <param name="IsCertain">Whether values and names both say so.</param>
/// <param name="Reason">What was found, for a comment.</param>
internal sealed record TableDraftLine(string File, bool IsNode, bool IsCertain, string Reason)
{
    public string Key { get; init; } = "";

    public string Space { get; init; } = "";

    /// <summary>Of the relations, or what the rows are called.</summary>
    public string Type { get; init; } = "";

    /// <summary>The column that says the type, instead of <see cref="Type"/>; empty where there is none.</summary>
    public string TypeColumn { get; init; } = "";

    public string Source { get; init; } = "";

    public string SourceSpace { get; init; } = "";

    public string Target { get; init; } = "";

    public string TargetSpace { get; init; } = "";
}

/// <summary>
/// What tables without settings are, by their values: a column whose values are all different is a key, one whose values are all among the
/// keys of another table refers to it, and two whose names are a pair of ends make relations. Numbers are among others by chance, so of
/// them the names must agree too.
/// </summary>
internal sealed class TableDraft
{
    private const int FewValues = 3;
    private const int MostTypes = 200;

    private static readonly ImmutableArray<string> TypeNames =
    [
        "type", "reltype", "relationtype", "relationshiptype", "edgetype", "linktype", "relation", "relationship", "rel", "predicate",
        "link", "kind", "label",
    ];

    /// <summary>A column that is called so refers to other rows of its own table.</summary>
    private static readonly ImmutableArray<string> OwnRows =
    [
        "parent", "manager", "supervisor", "boss", "superior", "reports", "mother", "father", "spouse", "partner", "predecessor",
        "successor",
    ];

    private readonly ImmutableArray<DraftTable> tables;
    private readonly ImmutableArray<DraftEnds> ends;
    private readonly ImmutableArray<DraftReference> references;

    // Tables that hold the ends of one column together have one space, in which no key may stand twice.
    private readonly ImmutableHashSet<DraftTable> sharing;
    private readonly bool canShare;

    private TableDraft(ImmutableArray<DraftTable> tables)
    {
        this.tables = tables;
        ends = [.. tables.Select(table => DraftEnds.Find(table, tables)).OfType<DraftEnds>()];
        references = [.. tables.Where(table => !ends.Any(each => each.Table == table)).SelectMany(FindReferences)];
        var both = ends.SelectMany(each => new[] { each.Source, each.Target });
        sharing = [.. both.Where(end => end.Holders.Length > 1).SelectMany(end => end.Holders)];
        var keys = sharing.SelectMany(table => table.Key!.Values).ToList();
        canShare = keys.Count == keys.Distinct(StringComparer.Ordinal).Count();
    }

    public static IEnumerable<TableDraftLine> Find(IEnumerable<AnnotationFile> files)
    {
        var tables = files.Select(DraftTable.Read).OfType<DraftTable>().ToImmutableArray();
        foreach (var table in tables)
            table.GiveUpKeyOf(tables);
        return new TableDraft(tables).ListLines();
    }

    private IEnumerable<TableDraftLine> ListLines()
    {
        var relations = tables.Where(IsRelation).ToImmutableArray();
        var own = relations.SelectMany(table => Describe(table, [.. references.Where(reference => reference.From == table)]));
        var nodes = tables.Except(relations).Where(table => !ends.Any(each => each.Table == table)).Select(DescribeNodes);
        var foreign = references.Where(reference => !relations.Contains(reference.From) && reference.From.Key is not null).Select(Describe);
        return [.. nodes, .. ends.Select(Describe), .. own, .. foreign];
    }

    private TableDraftLine DescribeNodes(DraftTable table)
    {
        var rows = Count(table.RowCount, "row");
        var reason = table.Key is { } key ? $"no value of '{key.Name}' stands twice" : "no column has a different value in each";
        return new TableDraftLine(table.File.Name, true, table.Key is not null, $"{rows}; {reason}")
        {
            Key = (table.Key ?? table.Columns[0]).Name,
            Type = table.File.Stem,
            Space = GetSpace(table),
        };
    }

    private TableDraftLine Describe(DraftEnds found) =>
        new(found.Table.File.Name, false, canShare || (found.Source.Holders.Length == 1 && found.Target.Holders.Length == 1), found.Reason)
        {
            Type = found.Table.File.Stem,
            TypeColumn = FindTypes(found.Table)?.Name ?? "",
            Source = found.Source.Column.Name,
            SourceSpace = GetSpace(found.Source.Holders[0]),
            Target = found.Target.Column.Name,
            TargetSpace = GetSpace(found.Target.Holders[0]),
        };

    /// <summary>The first two references of rows that are relations.</summary>
    private IEnumerable<TableDraftLine> Describe(DraftTable table, ImmutableArray<DraftReference> own)
    {
        yield return new TableDraftLine(table.File.Name, false, own[0].IsCertain && own[1].IsCertain, $"{own[0].Reason}; {own[1].Reason}")
        {
            Type = table.File.Stem,
            TypeColumn = FindTypes(table)?.Name ?? "",
            Source = own[0].Column.Name,
            SourceSpace = GetSpace(own[0].To),
            Target = own[1].Column.Name,
            TargetSpace = GetSpace(own[1].To),
        };
    }

    private TableDraftLine Describe(DraftReference reference) => new(reference.From.File.Name, false, reference.IsCertain, reference.Reason)
    {
        Type = WithoutId(reference.Column.Name),
        Source = reference.From.Key!.Name,
        SourceSpace = GetSpace(reference.From),
        Target = reference.Column.Name,
        TargetSpace = GetSpace(reference.To),
    };

    private string GetSpace(DraftTable table) =>
        canShare && sharing.Contains(table) ? sharing.Select(each => each.Key!.Name).Min(StringComparer.Ordinal)! : table.File.Stem;

    /// <summary>
    /// Rows that refer twice and are referred to by nothing are relations: of tables without a key, and of those whose key is only a
    /// number of rows.
    /// </summary>
    private bool IsRelation(DraftTable table) =>
        references.Count(reference => reference.From == table && reference.To != table) >= 2
        && references.All(reference => reference.To != table)
        && (table.Key is null
            || references.Any(reference => reference.From == table && reference.Column == table.Key)
            || table.Columns.Length <= 4);

    /// <summary>The column that says of what type each relation is: few values, one in each row.</summary>
    private static DraftColumn? FindTypes(DraftTable table) => TypeNames
        .Select(name => table.Columns.FirstOrDefault(column => DraftColumn.Letters(column.Name) == name))
        .FirstOrDefault(column => column is { IsFull: true, IsNumeric: false }
            && column.Values.Count <= Math.Clamp(table.RowCount / 2, FewValues, MostTypes));

    private IEnumerable<DraftReference> FindReferences(DraftTable table)
    {
        foreach (var column in table.Columns.Where(column => column.Values.Count > 0))
        {
            if (FindOwnRows(table, column) is { } own)
                yield return own;
            else if ((column != table.Key || IsNamedAfterOther(column)) && FindKey(table, column) is { } found)
                yield return found;
        }

        bool IsNamedAfterOther(DraftColumn column) => tables.Any(other => other != table && IsNamedAfter(column.Name, other));
    }

    private static DraftReference? FindOwnRows(DraftTable table, DraftColumn column) =>
        table.Key is { } key && column != key && column.Values.IsSubsetOf(key.Values)
        && DraftColumn.Words(column.Name).Any(word => OwnRows.Contains(word))
            ? new DraftReference(table, column, table, true, Describe(column, table))
            : null;

    private DraftReference? FindKey(DraftTable table, DraftColumn column)
    {
        var candidates = tables.Where(other => other.Key is not null && other != table && column.Values.IsSubsetOf(other.Key.Values))
            .ToList();
        var best = candidates
            .OrderByDescending(other => IsNamedAfter(column.Name, other))
            .ThenByDescending(other => (double)column.Values.Count / other.Key!.Values.Count)
            .FirstOrDefault();
        if (best is null)
            return null;
        var isNamed = IsNamedAfter(column.Name, best);
        return isNamed || (!column.IsNumeric && column.Values.Count >= FewValues)
            ? new DraftReference(table, column, best, isNamed || candidates.Count == 1, Describe(column, best))
            : null;
    }

    private static string Describe(DraftColumn column, DraftTable table) => new DraftEnd(column, [table]).Reason;

    /// <summary><c>customer_id</c> names <c>customers.csv</c>, and also a key that is called so.</summary>
    private static bool IsNamedAfter(string column, DraftTable table) =>
        table.IsNamedBy(column)
        || (table.Key is { } key && DraftColumn.Letters(key.Name) is { Length: > 2 } name && DraftColumn.Letters(column) == name);

    private static string WithoutId(string column)
    {
        foreach (var ending in new[] { "_id", "Id", "ID", "_key", "_code" })
        {
            if (column.Length > ending.Length && column.EndsWith(ending, StringComparison.Ordinal))
                return column[..^ending.Length];
        }

        return column;
    }

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private sealed record DraftReference(DraftTable From, DraftColumn Column, DraftTable To, bool IsCertain, string Reason);
}
