using Graph.Query.Parsing;

namespace Graph.Query.Syntax;

/// <summary>
/// The front of a node or relation pattern, noted as soon as it is read: completion needs it before the pattern is closed.
/// </summary>
/// <param name="End">Where the map or the condition of the pattern would begin.</param>
internal sealed record ElementHead(NameSyntax? Variable, LabelExpressionSyntax? Labels, ParseInput End, bool IsRelation = false);
