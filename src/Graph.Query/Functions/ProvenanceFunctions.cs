using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>Where facts and mentions stand in the articles.</summary>
internal static class ProvenanceFunctions
{
    private static readonly StaticType NodeList = StaticType.ListOf(StaticType.Node);
    private static readonly StaticType MapList = StaticType.ListOf(StaticType.Map);
    private static readonly StaticType StringList = StaticType.ListOf(StaticType.String);

    public static readonly ImmutableArray<Function> All =
    [
        new("sources", OfElements(NodeList, NodeList), Sources),
        new("mentions", OfElements(MapList, MapList), Mentions),
        new(
            "quote",
            OfElements(StaticType.String, StringList),
            (context, a) => Cite(context, "quote", a[0], (reader, e) => reader.GetQuote(e))),
        new(
            "sentence",
            OfElements(StaticType.String, StringList),
            (context, a) => Cite(context, "sentence", a[0], (reader, e) => reader.GetSentence(e))),
    ];

    private static ImmutableArray<Signature> OfElements(StaticType single, StaticType several) =>
    [
        Signature.Of(single, StaticType.Node),
        Signature.Of(single, StaticType.Edge),
        Signature.Of(several, StaticType.Path),
        Signature.Of(several, StaticType.AnyList),
    ];

    private static Value Sources(ExecutionState context, ReadOnlySpan<Value> arguments) =>
        Value.FromList(new ListValue(
            new EvidenceReader(context.Store).GetEvidence("sources", arguments[0])
                .Select(item => item.Evidence.Article)
                .Distinct()
                .Select(Value.FromNode)
                .ToArray()));

    private static Value Mentions(ExecutionState context, ReadOnlySpan<Value> arguments)
    {
        var reader = new EvidenceReader(context.Store);
        return Value.FromList(new ListValue(reader.GetEvidence("mentions", arguments[0]).Select(reader.Describe).ToArray()));
    }

    private static Value Cite(ExecutionState context, string function, Value value, Func<EvidenceReader, ElementEvidence, string?> cite)
    {
        var reader = new EvidenceReader(context.Store);
        if (value.IsNode || value.IsEdge)
            return CiteFirst(value);

        var elements = EvidenceReader.Flatten(function, value);
        return Value.FromList(new ListValue(elements.Select(CiteFirst).ToArray()));

        Value CiteFirst(Value element)
        {
            var evidence = reader.GetEvidence(function, element);
            return evidence.Count == 0 ? Value.Null : Value.FromString(cite(reader, evidence[0]));
        }
    }
}
