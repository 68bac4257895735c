namespace Graph.Annotations;

/// <summary>
/// Attributes of facts: those that say how certain the fact is become its status, every other one a property of its own name.
/// </summary>
internal static class BratAttributes
{
    public static RelationAnnotation Apply(RelationAnnotation relation, BratAttribute attribute) =>
        GetCertainty(attribute) is { } certainty
            ? relation with { Status = relation.Status with { Certainty = Combine(relation.Status.Certainty, certainty) } }
            : relation with { Properties = relation.Properties.Add(ToProperty(attribute)) };

    public static EventAnnotation Apply(EventAnnotation @event, BratAttribute attribute) =>
        GetCertainty(attribute) is { } certainty
            ? @event with { Status = @event.Status with { Certainty = Combine(@event.Status.Certainty, certainty) } }
            : @event with { Properties = @event.Properties.Add(ToProperty(attribute)) };

    public static KeyValuePair<string, Value> ToProperty(BratAttribute attribute) =>
        new(attribute.Name, attribute.Value is null ? Value.True : Value.FromString(attribute.Value));

    private static string? GetCertainty(BratAttribute attribute) => (attribute.Name.ToLowerInvariant(), attribute.Value) switch
    {
        ("negation" or "negated", null or "true") => FactStatus.Negated,
        ("speculation" or "speculated", null or "true") => FactStatus.Speculated,
        ("claim" or "claimed", null or "true") => FactStatus.Claimed,
        ("certainty", not null) => attribute.Value.ToLowerInvariant(),
        _ => null,
    };

    /// <summary>A fact that is both negated and speculated says both: <c>negated, speculated</c>.</summary>
    private static string Combine(string? present, string added) =>
        present is null || present == added ? added : string.Join(", ", new[] { present, added }.Order(StringComparer.Ordinal));
}
