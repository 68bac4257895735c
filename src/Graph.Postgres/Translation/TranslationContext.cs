using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Postgres;

/// <summary>
/// What one translation shares: the tables, the parameters of the SQL, the places that mistakes point to, and fresh names.
/// </summary>
internal sealed class TranslationContext(GraphLayout layout, ConstantEvaluator constants)
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly List<TextSpan> places = [];
    private int aliases;

    public GraphLayout Layout => layout;

    public ConstantEvaluator Constants => constants;

    /// <summary>The texts of $1, $2 and so on.</summary>
    public List<string> Parameters { get; } = [];

    public IReadOnlyList<TextSpan> Places => places;

    /// <summary>Where PostgreSQL's own arithmetic stands for that of the query, whose mistakes have no place.</summary>
    public HashSet<(bool IsDivision, TextSpan Span)> ArithmeticPlaces { get; } = [];

    public string CreateAlias(string prefix) => string.Create(null, $"{prefix}{++aliases}");

    /// <summary>A text of the query or the data, as a parameter.</summary>
    public string AddText(string text)
    {
        if (text.Contains('\0'))
            throw new RefusalException(default, "PostgreSQL holds no text with the character U+0000");
        if (!texts.TryGetValue(text, out var name))
        {
            Parameters.Add(text);
            texts.Add(text, name = string.Create(null, $"${Parameters.Count}"));
        }

        return name;
    }

    public string AddJson(Value value)
    {
        if (ValueJson.HasUnwritten(value))
            throw new RefusalException(default, "times, points in time, durations and points have no SQL here");
        var text = ValueJson.ToText(value);
        if (text.Contains("\\u0000", StringComparison.Ordinal))
            throw new RefusalException(default, "PostgreSQL holds no text with the character U+0000");
        return $"{AddText(text)}::jsonb";
    }

    /// <summary>The number of a place in the query's text.</summary>
    public string AddPlace(TextSpan span)
    {
        var index = places.IndexOf(span);
        if (index < 0)
        {
            index = places.Count;
            places.Add(span);
        }

        return string.Create(null, $"{index}");
    }

    public ImmutableArray<int> FindNodeTables(LabelExpression? labels) =>
        [.. Enumerable.Range(0, layout.NodeTables.Length)
            .Where(table => labels is null || labels.Matches(layout.NodeTables[table].Labels))];

    public ImmutableArray<int> FindRelationTables(LabelExpression? types) =>
        [.. Enumerable.Range(0, layout.RelationTables.Length)
            .Where(table => types is null || types.Matches([layout.RelationTables[table].Type]))];

    /// <summary>A value that is known, as SQL of its kind.</summary>
    public SqlValue Constant(Value value) => value.Kind switch
    {
        ValueKind.Null => SqlValue.Null,
        ValueKind.Boolean => SqlValue.Boolean(value.IsTrue ? "true" : "false"),
        ValueKind.Integer => SqlValue.Integer(string.Create(null, $"('{value.AsInteger()}'::bigint)")),
        ValueKind.Float => SqlValue.Float($"('{ValueText.FormatFloat(value.AsFloat())}'::double precision)"),
        ValueKind.String => SqlValue.OfText(AddText(value.AsString())),
        ValueKind.Date => Constant(value.AsDate()),
        _ => SqlValue.Json(AddJson(value)),
    };

    private SqlValue Constant(PartialDate date) => SqlValue.Date(AddText(date.Text), DayText(date.Start), DayText(date.End));

    private static string DayText(CalendarDay day) => string.Create(null, $"_day({day.DayNumber})");
}

/// <summary>What cannot be said exactly in SQL, and why.</summary>
internal sealed class RefusalException(TextSpan span, string reason) : Exception(reason)
{
    public TextSpan Span => span;
}
