using System.Globalization;

namespace Graph.Annotations;

/// <summary>A line of the section <c>tables</c>, without its indent.</summary>
/// <param name="IsCertain">Whether values and names both say so.</param>
/// <param name="Reason">What was found, for a comment.</param>
internal sealed record TableDraftLine(string File, bool IsNode, bool IsCertain, string Reason)
{
    public string Key { get; init; } = "";

    public string Space { get; init; } = "";

    public string Type { get; init; } = "";

    public string Source { get; init; } = "";

    public string SourceSpace { get; init; } = "";

    public string Target { get; init; } = "";

    public string TargetSpace { get; init; } = "";
}

/// <summary>
/// What tables without settings are, by their values: a column whose values are all different is a key, one whose values are all among the
/// keys of another table refers to it. Numbers are among others by chance, so of them the names must agree too.
/// </summary>
internal sealed class TableDraft
{
    private const int FewValues = 3;
    private readonly List<DraftTable> tables;

    private TableDraft(List<DraftTable> tables) => this.tables = tables;

    public static IEnumerable<TableDraftLine> Find(IEnumerable<AnnotationFile> files)
    {
        var tables = files.Select(Read).OfType<DraftTable>().ToList();
        return new TableDraft(tables).ListLines();
    }

    private static DraftTable? Read(AnnotationFile file)
    {
        var shape = new TableShape(null, [], ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, TableType>.Empty, []);
        var header = TableColumns.ReadHeader(file, null, null);
        var types = header.ToDictionary(name => name, _ => TableColumnType.String, StringComparer.Ordinal);
        if (header.Length < 2 || TableColumns.Read(file, shape, [], types, new ReadingLog()) is not { RowCount: > 0 } columns)
            return null;
        return new DraftTable(file, columns.RowCount, [.. header.Select(name => DraftColumn.Read(name, columns[name], columns.RowCount))]);
    }

    private IEnumerable<TableDraftLine> ListLines()
    {
        var references = tables.SelectMany(FindReferences).ToList();
        var relations = tables.Where(table => IsRelation(table, references)).ToList();
        foreach (var table in tables.Except(relations))
        {
            yield return table.Key is { } key
                ? new TableDraftLine(table.File.Name, true, true, $"{Count(table.RowCount, "row")}; no value of '{key.Name}' stands twice")
                {
                    Key = key.Name,
                    Space = table.File.Stem
                }
                : new TableDraftLine(
                    table.File.Name, true, false, $"{Count(table.RowCount, "row")}; no column has a different value in each")
                {
                    Key = table.Columns[0].Name,
                    Space = table.File.Stem
                };
        }

        foreach (var table in relations)
        {
            var own = references.Where(reference => reference.From == table).ToList();
            yield return new TableDraftLine(
                table.File.Name, false, own[0].IsCertain && own[1].IsCertain, $"{own[0].Reason}; {own[1].Reason}")
            {
                Type = table.File.Stem,
                Source = own[0].Column.Name,
                SourceSpace = own[0].To.File.Stem,
                Target = own[1].Column.Name,
                TargetSpace = own[1].To.File.Stem,
            };
        }

        foreach (var reference in references.Where(reference => !relations.Contains(reference.From) && reference.From.Key is not null))
        {
            yield return new TableDraftLine(reference.From.File.Name, false, reference.IsCertain, reference.Reason)
            {
                Type = WithoutId(reference.Column.Name),
                Source = reference.From.Key!.Name,
                SourceSpace = reference.From.File.Stem,
                Target = reference.Column.Name,
                TargetSpace = reference.To.File.Stem,
            };
        }
    }

    /// <summary>
    /// Rows that refer twice and are referred to by nothing are relations: of tables without a key, and of those whose key is only a
    /// number of rows.
    /// </summary>
    private static bool IsRelation(DraftTable table, List<DraftReference> references) =>
        references.Count(reference => reference.From == table) >= 2 && references.TrueForAll(reference => reference.To != table)
        && (table.Key is null
            || references.Exists(reference => reference.From == table && reference.Column == table.Key)
            || table.Columns.Length <= 4);

    private IEnumerable<DraftReference> FindReferences(DraftTable table)
    {
        foreach (var column in table.Columns.Where(column => column != table.Key
            || tables.Exists(other => other != table && IsNamedAfter(column.Name, other))))
        {
            var candidates = tables
                .Where(other => other.Key is not null
                    && other != table
                    && column.Values.Count > 0
                    && column.Values.IsSubsetOf(other.Key.Values))
                .ToList();
            var best = candidates
                .OrderByDescending(other => IsNamedAfter(column.Name, other))
                .ThenByDescending(other => (double)column.Values.Count / other.Key!.Values.Count)
                .FirstOrDefault();
            if (best is null)
                continue;
            var isNamed = IsNamedAfter(column.Name, best);
            if (isNamed || (!column.IsNumeric && column.Values.Count >= FewValues))
                yield return new DraftReference(
                    table,
                    column,
                    best,
                    isNamed || (!column.IsNumeric && candidates.Count == 1),
                    $"all {Count(column.Values.Count, "value")} of '{column.Name}' {(column.Values.Count == 1 ? "is" : "are")} in "
                        + $"'{best.Key!.Name}' of {best.File.Name}");
        }
    }

    /// <summary><c>customer_id</c> names <c>customers.csv</c>, and also a key that is called so.</summary>
    private static bool IsNamedAfter(string column, DraftTable table)
    {
        var (name, stem) = (Letters(column), Letters(table.File.Stem));
        var singular = stem.EndsWith("ies", StringComparison.Ordinal) ? stem[..^3] + "y" : stem.TrimEnd('s');
        return (singular.Length > 2 && name.Contains(singular, StringComparison.Ordinal))
            || (table.Key is { } key && Letters(key.Name) is { Length: > 2 } keyName && name == keyName);
    }

    private static string WithoutId(string column)
    {
        foreach (var ending in new[] { "_id", "Id", "ID", "_key", "_code" })
        {
            if (column.Length > ending.Length && column.EndsWith(ending, StringComparison.Ordinal))
                return column[..^ending.Length];
        }

        return column;
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private sealed record DraftReference(DraftTable From, DraftColumn Column, DraftTable To, bool IsCertain, string Reason);

    private sealed record DraftColumn(string Name, HashSet<string> Values, bool IsUnique, bool IsNumeric)
    {
        public static DraftColumn Read(string name, PropertyColumn column, int rows)
        {
            var values = new HashSet<string>(StringComparer.Ordinal);
            for (var row = 0; row < rows; row++)
            {
                if (TableProperties.GetText(column, row) is { } text)
                    values.Add(text);
            }

            return new DraftColumn(name, values, values.Count == rows, values.All(value => value.All(char.IsAsciiDigit)));
        }
    }

    private sealed record DraftTable(AnnotationFile File, int RowCount, ImmutableArray<DraftColumn> Columns)
    {
        /// <summary>The first column without a value that stands twice; one that is called an id before others.</summary>
        public DraftColumn? Key { get; } = Columns.Where(column => column.IsUnique)
            .OrderByDescending(column => Letters(column.Name).EndsWith("id", StringComparison.Ordinal))
            .FirstOrDefault();
    }
}
