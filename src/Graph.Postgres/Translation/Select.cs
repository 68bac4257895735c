using System.Text;

namespace Graph.Postgres;

/// <summary>A SELECT as it grows: sources in order, conditions, and columns that are asked for later.</summary>
internal sealed class Select
{
    private readonly List<string> columns = [];
    private readonly List<SqlSource> sources = [];

    public List<string> Conditions { get; } = [];

    public List<string> GroupBy { get; } = [];

    public List<string> OrderBy { get; } = [];

    public bool IsDistinct { get; init; }

    public string? Offset { get; set; }

    public string? Limit { get; set; }

    public IReadOnlyList<SqlSource> Sources => sources;

    public bool IsEmpty => sources.Count == 0;

    /// <summary>Rows are grouped, if only into one group.</summary>
    public bool IsGrouped { get; set; }

    public T Add<T>(T source)
        where T : SqlSource
    {
        sources.Add(source);
        return source;
    }

    /// <summary>Adds the parts of a value; gives the names of its columns.</summary>
    public ImmutableArray<string> AddColumns(SqlValue value) => [.. value.Parts.Select(AddColumn)];

    public string AddColumn(string text)
    {
        columns.Add(text);
        return $"c{columns.Count - 1}";
    }

    public string Render()
    {
        var text = new StringBuilder("SELECT ");
        text.Append(IsDistinct ? "DISTINCT " : "");
        text.AppendJoin(", ", columns.Select((column, index) => $"{column} AS c{index}"));
        for (var i = 0; i < sources.Count; i++)
            text
                .Append(i == 0 && sources[i].Condition is null ? "\nFROM " : i == 0 ? "\nFROM (SELECT) AS one " : "\n")
                .Append(sources[i].RenderJoin(isFirst: i == 0));
        AppendList(text, "\nWHERE ", Conditions.Select(condition => $"({condition})"), " AND ");
        AppendList(text, "\nGROUP BY ", GroupBy, ", ");
        AppendList(text, "\nORDER BY ", OrderBy, ", ");
        if (Limit is not null)
            text.Append("\nLIMIT ").Append(Limit);
        if (Offset is not null)
            text.Append("\nOFFSET ").Append(Offset);
        return text.ToString();
    }

    private static void AppendList(StringBuilder text, string word, IEnumerable<string> items, string separator)
    {
        var all = items.ToList();
        if (all.Count > 0)
            text.Append(word).AppendJoin(separator, all);
    }
}

/// <summary>One source of rows in a FROM, joined to those before it.</summary>
internal abstract class SqlSource(string alias)
{
    public string Alias => alias;

    /// <summary>A condition makes it a left join; null for a cross join.</summary>
    public string? Condition { get; set; }

    public string RenderJoin(bool isFirst)
    {
        var source = $"{(IsLateral ? "LATERAL " : "")}{RenderSource()} AS {alias}{ColumnNames}";
        return Condition is not null ? $"LEFT JOIN {source} ON {Condition}" : isFirst ? source : $"CROSS JOIN {source}";
    }

    protected virtual bool IsLateral => false;

    protected virtual string ColumnNames => "";

    protected abstract string RenderSource();
}

/// <summary>The rows of another select, which may use the sources before it.</summary>
internal sealed class SelectSource(string alias, Func<string> render) : SqlSource(alias)
{
    public SelectSource(string alias, Select select)
        : this(alias, select.Render)
    {
    }

    protected override bool IsLateral => true;

    protected override string RenderSource() => $"({render()})";
}

/// <summary>The rows of a table expression of its own name.</summary>
internal sealed class NamedSource(string alias, string name) : SqlSource(alias)
{
    protected override string RenderSource() => name;
}

/// <summary>The rows that a function gives.</summary>
/// <param name="columns">As an alias writes them: <c>(v, n)</c>.</param>
internal sealed class FunctionSource(string alias, string call, string columns) : SqlSource(alias)
{
    protected override bool IsLateral => true;

    protected override string ColumnNames => columns;

    protected override string RenderSource() => call;
}
