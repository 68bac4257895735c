using Graph.Query.Syntax;

namespace Graph.Annotations;

/// <summary>The properties of a fact: those that every fact can have, and its own.</summary>
internal sealed record FactValues(FactStatus Status, Properties Properties)
{
    public static readonly FactValues Empty = new(FactStatus.Asserted, []);

    public FactValues Add(FactValues other) => new(
        new FactStatus(
            other.Status.Certainty ?? Status.Certainty, other.Status.Confidence ?? Status.Confidence, other.Status.ClaimedBy
                ?? Status.ClaimedBy),
        Properties.AddRange(other.Properties));

    public static FactValues Read(MapSyntax? map, SourceText source, ReadingLog log)
    {
        var status = FactStatus.Asserted;
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        foreach (var entry in map?.Entries ?? [])
        {
            var place = new SourcePlace(source, entry.Span);
            var value = entry.Value is EntityReferenceSyntax ? Value.Null : ToValue(entry.Value);
            switch (entry.Key.Text)
            {
                case "claimedBy" when entry.Value is EntityReferenceSyntax claimant:
                    status = status with { ClaimedBy = new EntityArgument(claimant.Key, place) };
                    break;
                case "certainty" when value.Kind == ValueKind.String:
                    status = status with { Certainty = value.AsString() };
                    break;
                case "confidence" when value.IsNumber && value.AsNumber() is >= 0 and <= 1:
                    status = status with { Confidence = value.AsNumber() };
                    break;
                case "claimedBy" or "certainty" or "confidence":
                    log.ReportMalformed(ReadingDiagnostics.Malformed(place, $"'{entry.Key.Text}'", Expect(entry.Key.Text)));
                    break;
                default:
                    properties.Add(new(entry.Key.Text, entry.Value is EntityReferenceSyntax entity ? Value.FromString(entity.Key) : value));
                    break;
            }
        }

        return new FactValues(status, properties.ToImmutable());
    }

    private static string Expect(string key) => key switch
    {
        "claimedBy" => "it names an entity by its id, such as #tokayev",
        "certainty" => "it is a string, such as 'speculated'",
        _ => "it is a number from 0 to 1",
    };

    /// <summary>The grammar of facts has no other expressions.</summary>
    private static Value ToValue(ExpressionSyntax expression) => expression switch
    {
        LiteralSyntax literal => literal.Value,
        ListSyntax list => Value.FromList([.. list.Items.Select(ToValue)]),
        EntityReferenceSyntax entity => Value.FromString(entity.Key),
        UnarySyntax { Operator: UnaryOperator.Minus } minus => Negate(ToValue(minus.Operand)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Value Negate(Value value) => value.IsInteger ? Value.FromInteger(-value.AsInteger()) : Value.FromFloat(-value.AsFloat());
}
