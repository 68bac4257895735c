namespace Graph.Export.Tests;

/// <summary>A small graph whose every text tries to be something else, with all kinds of values and all shapes of relations.</summary>
internal static class HostileGraph
{
    public const string Markup = "</script><script>document.title='owned'</script><!--]]>&amp;\"'";

    public static GraphStore Build()
    {
        var builder = new GraphBuilder();
        var article = builder.AddNode(["Article"], [Text("key", "a&1"), Text("title", Markup), Date("published", "2022-01")]);
        const string text = "<b>Ann</b> \u202Ehit\u2028 Bob & \"Cy\\\". So says </title>.\n=1+1 is no formula, ${x} no value.";
        builder.SetText(article, text, [new TextSpan(0, text.IndexOf(". So", StringComparison.Ordinal) + 1)]);
        var ann = builder.AddNode(
            ["Per<son>", "Person"],
            [Text("key", "ann"), Text("name", Markup), Text("id", "taken"), List("aliases", "a, \"b\"", "c\\d", "]"),
                new("big", Value.FromInteger(long.MaxValue))]);
        var bob = builder.AddNode(
            ["Person"],
            [Text("key", "bob"), Text("name", "B\u202Eob\u2028\u0007\0\nline `two`"), new("height", Value.FromFloat(1.5)),
                new("odd", Value.FromFloat(double.NaN))]);
        var cy = builder.AddNode(
            ["Person"],
            [Text("key", "cy"), Text("name", "=HYPERLINK(\"http://x\",\"y\")"), new("isNew", Value.True),
                new("height", Value.FromInteger(2))]);
        var half = builder.AddNode(["Place"], [Text("key", "half"), Text("name", "half \uD83D of 😀 \uFFFF")]);
        builder.AddEdge("MENTIONS", article, ann, [], new Evidence(article, new TextSpan(3, 3)));
        builder.AddEdge("HIT", ann, bob, [Date("on", "2022-01-05/2022-02")], new Evidence(article, new TextSpan(3, 20)));
        builder.AddEdge("HIT", ann, bob, [Date("on", "2022"), Text("certainty", "claimed"), Text("claimedBy", "cy")]);
        builder.AddEdge("HIT", bob, ann, [Text("certainty", "negated"), Text("label", "<i>")]);
        builder.AddEdge("KNOWS \"well\"", bob, bob, [Date("since", "1999"), new("weight", Value.FromInteger(3))]);
        builder.AddEdge("IS\\IN", cy, half, []);
        return builder.Build();
    }

    private static KeyValuePair<string, Value> Text(string key, string value) => new(key, Value.FromString(value));

    private static KeyValuePair<string, Value> List(string key, params string[] items) =>
        new(key, Value.FromList([.. items.Select(Value.FromString)]));

    private static KeyValuePair<string, Value> Date(string key, string text) =>
        PartialDate.TryParse(text, out var date, out var reason)
            ? new(key, Value.FromDate(date))
            : throw new ArgumentException(reason, nameof(text));
}
