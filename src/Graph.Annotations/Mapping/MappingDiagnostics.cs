namespace Graph.Annotations;

/// <summary>Where data and graph type disagree: <c>GR603n</c>. The data is kept.</summary>
internal static class MappingDiagnostics
{
    // No misfit: what generated code knows of a mention does not hang on it.
    private const string MentionPropertyId = "GR6037";

    /// <summary>
    /// Says that something is not as the graph type has it, so that code made for the type does not meet it or stumbles over it.
    /// </summary>
    public static bool IsMisfit(string id) => id is "GR6030" or "GR6031" or "GR6032" or "GR6033" or "GR6034" or "GR6036";

    public static Diagnostic Endpoints(SourcePlace place, string relation, GraphNode source, GraphNode target,
        ImmutableArray<EdgeType> allowed)
    {
        var pairs = string.Join(", ", allowed.Select(edge => $"(:{edge.Source})-->(:{edge.Target})".Replace("(:)", "()")));
        return ReadingDiagnostics.Warning(
            "GR6030",
            place,
            $"A '{relation}' cannot go from '{source.Name}' ({Kind(source)}) to '{target.Name}' ({Kind(target)}); the graph type allows "
                + $"{pairs}.");
    }

    public static Diagnostic Missing(SourcePlace place, GraphNode node, string property) =>
        ReadingDiagnostics.Warning("GR6031", place, $"The {Kind(node)} '{node.Name}' has no '{property}', which the graph type wants.");

    public static Diagnostic MissingOnEdge(SourcePlace place, string relation, string property) =>
        ReadingDiagnostics.Warning("GR6031", place, $"This '{relation}' has no '{property}', which the graph type wants.");

    public static Diagnostic UnknownLabel(SourcePlace place, string type, string label, int count, string? suggestion) =>
        ReadingDiagnostics.Warning(
            "GR6032", place, $"No label '{label}' in graph type '{type}'; {Times(count, "mention")} as it came.{Near(suggestion)}");

    public static Diagnostic UnknownRelation(SourcePlace place, string type, string relation, int count, string? suggestion) =>
        ReadingDiagnostics.Warning(
            "GR6033",
            place,
            $"No relation type '{relation}' in graph type '{type}'; {Times(count, "relation")} as it came.{Near(suggestion)}");

    public static Diagnostic WrongType(SourcePlace place, PropertyDefinition property, Value value) =>
        ReadingDiagnostics.Warning("GR6034", place,
            $"'{property.Name}' should be {property.Type.Name}, but {ValueText.Format(value)} is not; it is kept.");

    public static Diagnostic GivenTwice(SourcePlace place, string property, Value kept, Value left) =>
        ReadingDiagnostics.Warning("GR6035", place,
            $"'{property}' is given twice; {ValueText.Format(kept)} is kept, and {ValueText.Format(left)} left out.");

    /// <summary>A note, as nothing is lost, unless another name is near.</summary>
    public static Diagnostic UnknownProperty(SourcePlace place, string type, string owner, string name, int count, string? suggestion) =>
        ReadingDiagnostics.Warning(
            owner == NewsLabels.Mentions ? MentionPropertyId : "GR6036",
            place,
            $"No property '{name}' of '{owner}' in graph type '{type}'; {Times(count, owner == NewsLabels.Mentions ? "mention" : "fact")} "
                + $"as it came.{Near(suggestion)}") with
        {
            Severity = suggestion is null ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
        };

    private static string Times(int count, string what) =>
        count == 0 ? "an entry of a list keeps it" : count == 1 ? $"1 {what} keeps it" : $"{count} {what}s keep it";

    private static string Kind(GraphNode node) => node.Labels.IsEmpty ? "no label" : node.Labels[0];

    private static string Near(string? suggestion) => suggestion is null ? "" : $" Did you mean '{suggestion}'?";
}
