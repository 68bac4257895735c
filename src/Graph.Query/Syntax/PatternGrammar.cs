using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary>Patterns of MATCH, and the simpler paths that expressions may hold.</summary>
internal static class PatternGrammar
{
    private static readonly Parser<PathElementSyntax> NodeElement = ElementGrammar.Node;

    private static readonly Parser<IReadOnlyList<PathElementSyntax>> Step = Sequence.Of(
        ElementGrammar.Relationship, ElementGrammar.Node, IReadOnlyList<PathElementSyntax> (relation, node, _) => [relation, node]);

    /// <summary>Nodes and relations in turn, at least one relation: what pattern predicates and comprehensions hold.</summary>
    public static readonly Parser<PathSyntax> SimplePath = Sequence.Of(NodeElement, Step, Step.ZeroOrMore(), (
        start, first, others, extent) =>
        new PathSyntax([start, .. first, .. others.SelectMany(step => step)]) { Span = extent });

    /// <summary><c>shortestPath((a)-[:R*]->(b))</c></summary>
    public static readonly Parser<PathSyntax> ShortestPath = Sequence.Of(
        Choice(
            Keyword("SHORTESTPATH", ShortestPathFunction.ShortestPath),
            Keyword("ALLSHORTESTPATHS", ShortestPathFunction.AllShortestPaths)).FollowedBy(OpenParenthesis),
        NodeElement,
        Step.FollowedBy(CloseParenthesis),
        (function, start, step, extent) => new PathSyntax([start, .. step], function) { Span = extent });

    private static readonly Parser<PathSyntax> NestedPath = Guard.Of<PathSyntax>("The pattern", () => PathGrammar.Path);

    private static readonly Parser<NameSyntax?> PathVariable =
        When(next => next.Name(QueryWords.IsReserved).Symbol("=").IsMatch, NewName.FollowedBy(EqualSign)).OrNull();

    private static readonly Parser<bool> MisplacedMode = When(
        PathPrefixGrammar.IsModeAhead,
        PathPrefixGrammar.Mode.Build((_, extent) =>
        {
            extent.Context.Fail(SyntaxDiagnostics.PathModeInside(extent.Source, extent));
            return true;
        })).OrElse(false);

    /// <summary><c>(p = (a)-->(b) WHERE a.x = b.x){1,3}</c></summary>
    public static readonly Parser<ParenthesizedPathSyntax> ParenthesizedPath = Sequence.Of(
        OpenParenthesis.Then(PathVariable).FollowedBy(MisplacedMode),
        NestedPath,
        Keyword("WHERE").Then(ExpressionGrammar.Condition).OrNull().FollowedBy(CloseParenthesis),
        ElementGrammar.Quantifier,
        (variable, path, where, quantifier, extent) =>
            Checked(new ParenthesizedPathSyntax(variable, path, where, quantifier) { Span = extent }, extent));

    private static readonly Parser<(PathPrefixSyntax? Prefix, PathSyntax Path)> Body = Choice(
        When(IsShortestPathAhead, ShortestPath).Build((path, _) => ((PathPrefixSyntax?)null, path)),
        Sequence.Of(
            PathPrefixGrammar.Prefix.Labelled("a selector such as ANY SHORTEST").OrNull(),
            PathGrammar.Path,
            (prefix, path, _) => (prefix, path)));

    /// <summary><c>p = ANY SHORTEST (a)-[:R]->+(b)</c></summary>
    public static readonly Parser<PatternSyntax> Pattern = Sequence.Of(
        PathVariable, Body, (variable, body, extent) => new PatternSyntax(variable, body.Prefix, body.Path) { Span = extent });

    public static readonly Parser<IReadOnlyList<PatternSyntax>> Patterns = Pattern.SeparatedBy(Comma);

    /// <summary>
    /// A node, a relation and the beginning of another node; so <c>(a) - (b)</c> and <c>(a) - -(b + 1)</c> stay expressions.
    /// </summary>
    public static bool IsPathAhead(Lookahead next)
    {
        var after = next.Brackets('(');
        if (!IsNodeAhead(next.Symbol("(")) || !after.IsMatch)
            return false;
        var dash = after.Optional(place => place.Symbol("<")).Symbol("-");
        var detail = dash.Symbol("[");
        if (detail.Sees(":") || detail.Sees("*"))
            return true;
        var end = detail.IsMatch ? dash.Brackets('[') : dash;
        return IsNodeAhead(end.Symbol("-").Optional(place => place.Symbol(">")).Symbol("("));
    }

    public static bool IsShortestPathAhead(Lookahead next) =>
        next.Keyword("SHORTESTPATH").Symbol("(").IsMatch || next.Keyword("ALLSHORTESTPATHS").Symbol("(").IsMatch;

    /// <summary>After an opening bracket: what a node pattern may hold and an expression in brackets hardly does.</summary>
    private static bool IsNodeAhead(Lookahead inside)
    {
        var after = inside.Optional(place => place.Name(QueryWords.IsReserved));
        return after.Sees(")")
            || after.Sees(":")
            || after.Sees("{")
            || after.Sees("$")
            || after.Keyword("WHERE").IsMatch
            || (after.Keyword("IS") is { IsMatch: true } label && !label.Keyword("NULL").IsMatch && !label.Keyword("NOT").IsMatch);
    }

    private static ParenthesizedPathSyntax Checked(ParenthesizedPathSyntax path, Extent extent)
    {
        if (path.Quantifier is not null && !(path.Path.Elements.Any(HasRelation) && !path.Path.Elements.Any(Repeats)))
            extent.Context.Fail(SyntaxDiagnostics.QuantifiedPath(extent.Source, path.Quantifier.Span));
        return path;
    }

    private static bool HasRelation(PathElementSyntax element) => element switch
    {
        RelationshipPatternSyntax => true,
        ParenthesizedPathSyntax nested => nested.Path.Elements.Any(HasRelation),
        _ => false,
    };

    private static bool Repeats(PathElementSyntax element) => element switch
    {
        RelationshipPatternSyntax relation => relation.Length is not null || relation.Quantifier is not null,
        ParenthesizedPathSyntax nested => nested.Quantifier is not null || nested.Path.Elements.Any(Repeats),
        _ => false,
    };
}
