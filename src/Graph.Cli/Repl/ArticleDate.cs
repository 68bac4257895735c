using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>
/// When an article appeared: <c>published</c>, or <c>date</c> where other tables call it that; also as a text that reads as one.
/// </summary>
internal static class ArticleDate
{
    public static readonly ImmutableArray<string> Keys = ["published", "date"];

    /// <summary>Null for an article without one.</summary>
    public static PartialDate? Find(GraphStore store, int article) =>
        Keys.Select(key => Read(store.GetNodeProperty(article, key))).FirstOrDefault(date => date is not null);

    /// <summary>As it is said, also where it does not read as a date; empty for an article without one.</summary>
    public static string Describe(GraphStore store, int article) =>
        Keys.Select(key => store.GetNodeProperty(article, key)).FirstOrDefault(value => !value.IsNull) switch
        {
            { Kind: ValueKind.String } text => VisibleText.Show(text.AsString().ReplaceLineEndings(" ")),
            { IsNull: true } => "",
            var value => ValueText.Format(value),
        };

    private static PartialDate? Read(Value value) => value.Kind switch
    {
        ValueKind.Date => value.AsDate(),
        ValueKind.String when PartialDate.TryParse(value.AsString(), out var date, out _) => date,
        _ => null,
    };
}
