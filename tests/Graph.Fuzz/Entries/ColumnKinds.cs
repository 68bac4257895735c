namespace Graph.Fuzz.Entries;

/// <summary>A small graph with a column of each kind, with values and without, and relations that few and that all nodes have.</summary>
internal static class ColumnKinds
{
    private const int Nodes = 300;

    public static GraphStore Build()
    {
        var builder = new GraphBuilder();
        for (var i = 0; i < Nodes; i++)
            builder.AddNode(i % 3 == 0 ? ["A"] : ["A", "B"], Describe(i));
        for (var i = 1; i < Nodes; i++)
        {
            builder.AddEdge(
                "NEXT", i - 1, i, [new("weight", Value.FromFloat(i / 4.0)), new("on", Date(i))],
                i % 5 == 0 ? new Evidence(i, new TextSpan(i, 2)) : null);
            if (i % 7 == 0)
                builder.AddEdge(
                    "FAR", i, i * 31 % Nodes, [new("how", Value.FromString($"by {i % 4}"))], new Evidence(0, new TextSpan(0, 9)),
                    [new TextSpan(0, 3), new TextSpan(5, 4)]);
        }

        builder.SetText(0, "A text. Another one.", [new TextSpan(0, 7), new TextSpan(8, 12)]);
        builder.AddNodeEvidence(1, new Evidence(0, new TextSpan(2, 4)));
        return builder.Build();
    }

    private static IEnumerable<KeyValuePair<string, Value>> Describe(int i) =>
    [
        new("key", Value.FromString($"k{i}")),
        new("name", Value.FromString($"Name {i % 40}")),
        new("number", Value.FromInteger(i * (i % 2 == 0 ? 1 : 1_000_000_007L))),
        new("few", Value.FromInteger(i % 9)),
        new("size", i % 4 == 0 ? Value.Null : Value.FromFloat(i / 3.0)),
        new("flag", Value.FromBoolean(i % 3 == 0)),
        new("on", i % 6 == 0 ? Value.Null : Date(i)),
        new("at", Value.FromTemporal(TemporalParser.ParseStored($"2020-01-{1 + (i % 28):00}T10:00:00", ValueKind.LocalDateTime)!)),
        new("lasts", DurationParser.TryParse($"P{i % 12}D", out var duration) ? Value.FromDuration(duration) : Value.Null),
        new("names", Value.FromList([.. Enumerable.Range(0, i % 4).Select(part => Value.FromString($"{(char)('a' + part)}"))])),
        new("any", (i % 4) switch { 0 =>
            Value.FromInteger(i), 1 =>
                Value.FromString($"x{i}"), 2 => Value.FromBoolean(true), _ => Value.FromList(Value.FromInteger(i)) }),
    ];

    private static Value Date(int i) =>
        Value.FromDate(PartialDate.TryParse($"{1900 + (i % 120)}-0{1 + (i % 9)}", out var date, out string? _) ? date : null);
}
