using Graph.Query.Parsing;
using Sprache;
using static Graph.Query.Parsing.Combinators;
using static Graph.Query.Syntax.Tokens;

namespace Graph.Query.Syntax;

/// <summary>What a query may tell the planner of another engine. It is read and says nothing here.</summary>
internal static class ForeignSettings
{
    private static readonly Parser<bool> Setting = When(
        next => next.Name().Symbol("=").IsMatch,
        AnyName(ExpectationKind.Name, "a setting").Then(EqualSign).Then(Choice(
            NumberGrammar.Number.IsTrue(), AnyName(ExpectationKind.Name, "a value").IsTrue())));

    /// <summary><c>CYPHER 25 runtime = parallel</c>, any number of times.</summary>
    public static readonly Parser<bool> Prefixes = When(
        next => next.Keyword("CYPHER").IsMatch,
        Keyword("CYPHER").Then(NumberGrammar.Number.IsPresent()).Then(Setting.ZeroOrMore())).ZeroOrMore().IsTrue();

    private static readonly Parser<bool> Index = Sequence.Of(
        Choice(Keyword("INDEX"), Choice(Keyword("RANGE"), Keyword("TEXT"), Keyword("POINT"), Keyword("BTREE")).Then(Keyword("INDEX")))
            .Then(When(next => next.Keyword("SEEK").Name().IsMatch, Keyword("SEEK")).IsPresent()),
        Variable.FollowedBy(Colon),
        AnyName(ExpectationKind.Label, "a label").FollowedBy(OpenParenthesis),
        PropertyKey.SeparatedBy(Comma).FollowedBy(CloseParenthesis),
        (_, _, _, _, _) => true);

    private static readonly Parser<bool> Scan =
        Keyword("SCAN").Then(Variable).Then(Colon).Then(AnyName(ExpectationKind.Label, "a label")).IsTrue();

    private static readonly Parser<bool> Join = Keyword("JOIN").Then(Keyword("ON")).Then(Variable.SeparatedBy(Comma)).IsTrue();

    /// <summary><c>USING INDEX n:Person(name)</c> and its kin after the patterns of a MATCH.</summary>
    public static readonly Parser<bool> PlannerHints = When(
        next => next.Keyword("USING").IsMatch,
        Keyword("USING").Then(Choice(Index, Scan, Join)).Build((_, extent) =>
        {
            extent.Context.Warn(SyntaxDiagnostics.IgnoredHint(extent.Source, extent));
            return true;
        })).ZeroOrMore().IsTrue();

    private static Parser<bool> IsTrue<T>(this Parser<T> parser) => parser.Build((_, _) => true);
}
