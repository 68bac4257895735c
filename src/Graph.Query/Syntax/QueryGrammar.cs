using Graph.Query.Parsing;
using Sprache;

namespace Graph.Query.Syntax;

/// <summary>
/// The rules that texts are parsed by. Every door goes through this class: the grammars refer to each other in circles, which
/// only one thread may initialise, and this class's own initialiser holds the others back.
/// </summary>
internal static class QueryGrammar
{
    public const CommentStyles Comments = CommentStyles.Slashes | CommentStyles.Block;

    public static readonly Parser<StatementSyntax> Statement = StatementGrammar.Statement;
    public static readonly Parser<ExpressionSyntax> Expression = ExpressionGrammar.Condition;
    public static readonly Parser<PatternSyntax> Pattern = PatternGrammar.Pattern;
    public static readonly Parser<FactSyntax> Fact = FactGrammar.Fact;
    public static readonly Parser<IReadOnlyList<PatternSyntax>> Patterns = PatternGrammar.Patterns;
    public static readonly Parser<IReadOnlyList<ClauseSyntax>> ReadingClauses = StatementGrammar.ReadingClauses;

    /// <summary>Operators name it only as a method, so that its words would come with the first text that is parsed.</summary>
    public static readonly Parser<ExpressionSyntax> Atom = AtomGrammar.Rule;

    /// <summary>Known when all of the rules above are.</summary>
    public static readonly IReadOnlyCollection<string> Keywords = Tokens.Vocabulary.Keywords;
}
