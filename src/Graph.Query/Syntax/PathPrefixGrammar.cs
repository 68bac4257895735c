using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary>GQL's words before a path: which paths are chosen, and what may repeat in one.</summary>
internal static class PathPrefixGrammar
{
    public static readonly Parser<PathMode> Mode = Choice(
        Keyword("WALK", PathMode.Walk),
        Keyword("TRAIL", PathMode.Trail),
        Keyword("ACYCLIC", PathMode.Acyclic),
        Keyword("SIMPLE", PathMode.Simple));

    private static readonly Parser<bool> Noise = Choice(Keyword("PATH"), Keyword("PATHS")).IsPresent();

    // The mode, and a word that says nothing more.
    private static readonly Parser<PathMode?> ModeOfPaths = Mode.Build((mode, _) => (PathMode?)mode).OrElse(null).FollowedBy(Noise);

    private static readonly Parser<ExpressionSyntax> Count = Choice(NumberGrammar.Count, Parameter);

    private static readonly Parser<PathMode?> Shortest = Keyword("SHORTEST").Then(ModeOfPaths);

    private static readonly Parser<TextSpan> Group = Choice(Keyword("GROUP"), Keyword("GROUPS"));

    private static readonly Parser<PathPrefixSyntax> ModeAlone =
        Mode.FollowedBy(Noise).Build((mode, extent) => new PathPrefixSyntax(PathSelectorKind.All, null, mode) { Span = extent });

    private static readonly Parser<PathPrefixSyntax> All = Keyword("ALL").Then(Choice(
        Shortest.Build((mode, _) => new PathPrefixSyntax(PathSelectorKind.AllShortest, null, mode)),
        ModeOfPaths.Build((mode, _) => new PathPrefixSyntax(PathSelectorKind.All, null, mode))));

    private static readonly Parser<PathPrefixSyntax> Any = Keyword("ANY").Then(Choice(
        Shortest.Build((mode, _) => new PathPrefixSyntax(PathSelectorKind.Shortest, null, mode)),
        Sequence.Of(Count.OrNull(), ModeOfPaths, (count, mode, _) => new PathPrefixSyntax(PathSelectorKind.Any, count, mode))));

    private static readonly Parser<PathPrefixSyntax> ShortestCounted = Keyword("SHORTEST").Then(Choice(
        Sequence.Of(Count, ModeOfPaths, Group.IsPresent(), (count, mode, inGroups, _) =>
            new PathPrefixSyntax(inGroups ? PathSelectorKind.ShortestGroups : PathSelectorKind.Shortest, count, mode)),
        Sequence.Of(ModeOfPaths, Group, (mode, _, _) => new PathPrefixSyntax(PathSelectorKind.ShortestGroups, null, mode))));

    public static readonly Parser<PathPrefixSyntax> Prefix = Choice(
        ModeAlone, Choice(All, Any, ShortestCounted).Build((prefix, extent) => prefix with { Span = extent }));

    /// <summary>A mode right before a node, where a variable of that name would have its bracket closed or a label after it.</summary>
    public static bool IsModeAhead(Lookahead next) =>
        next.Keyword("WALK").Sees("(")
        || next.Keyword("TRAIL").Sees("(")
        || next.Keyword("ACYCLIC").Sees("(")
        || next.Keyword("SIMPLE").Sees("(");
}
