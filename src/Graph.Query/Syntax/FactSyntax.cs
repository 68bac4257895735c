namespace Graph.Query.Syntax;

/// <summary>
/// What an article states: <c>(#russia)-[:SENT_TROOPS_TO {on: '2022-01', claimedBy: #tokayev}]->(#kazakhstan)</c>.
/// <c>Relations[i]</c> stands between <c>Nodes[i]</c> and <c>Nodes[i + 1]</c>; there is at least one.
/// </summary>
internal sealed record FactSyntax(SyntaxList<FactNodeSyntax> Nodes, SyntaxList<FactRelationSyntax> Relations) : SyntaxNode;

/// <summary>
/// <c>(#russia)</c>, or with labels and properties <c>(#meeting:Event {kind: 'meeting'})</c>; without a reference the node is new.
/// </summary>
internal sealed record FactNodeSyntax(EntityReferenceSyntax? Entity, SyntaxList<NameSyntax> Labels, MapSyntax? Properties) : SyntaxNode;

/// <summary><c>-[:MEMBER_OF {since: '1994'}]-></c>. A fact has a direction: left or right.</summary>
internal sealed record FactRelationSyntax(EdgeDirection Direction, NameSyntax Type, MapSyntax? Properties) : SyntaxNode;

/// <summary>
/// <c>#tokayev</c>: an entity of the article, by the key that its mentions carry. <paramref name="Key"/> is without the <c>#</c>.
/// </summary>
internal sealed record EntityReferenceSyntax(string Key) : ExpressionSyntax;
