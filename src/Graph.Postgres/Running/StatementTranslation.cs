using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Postgres;

/// <summary>A statement as SQL, with everything that its rows need to be read.</summary>
/// <param name="Parameters">The texts of $1, $2 and so on.</param>
/// <param name="Kinds">The kind of each column; a date has three columns in the SQL.</param>
/// <param name="Places">Where in the query's text mistakes stand, by number.</param>
/// <param name="Arithmetic">Where the server computes integers without knowing the place.</param>
/// <param name="Span">The statement in its text.</param>
internal sealed record StatementTranslation(
    string Text,
    ImmutableArray<string> Parameters,
    ImmutableArray<SqlKind> Kinds,
    ImmutableArray<BoundColumn> Columns,
    ImmutableArray<TextSpan> Places,
    ImmutableArray<(bool IsDivision, TextSpan Span)> Arithmetic,
    TextSpan Span)
{
    /// <summary>Some value may be a node or a relation, or hold one.</summary>
    public bool MayHoldElements => Columns.Zip(Kinds).Any(pair => pair.Second is SqlKind.Node or SqlKind.Relation
        || (pair.Second == SqlKind.Json && MayHold(pair.First.Type)));

    /// <summary>The place of a mistake in arithmetic, if there is only one that can have made it.</summary>
    public TextSpan? FindArithmetic(bool isDivision) =>
        Arithmetic.Where(place => !isDivision || place.IsDivision).ToList() is [var single] ? single.Span : null;

    /// <param name="parameters">Null to check only.</param>
    /// <exception cref="RefusalException">SQL cannot say it exactly.</exception>
    public static StatementTranslation Create(
        BoundStatement statement, SourceText source, GraphLayout layout, GraphStore shape, IReadOnlyDictionary<string, Value>? parameters)
    {
        var context = new TranslationContext(layout, new ConstantEvaluator(shape, source, parameters));
        var (text, kinds) = new QueryTranslator(context).Translate(statement.Query);
        return new StatementTranslation(
            text, [.. context.Parameters], kinds, statement.Query.Columns, [.. context.Places], [.. context.ArithmeticPlaces],
            statement.Span);
    }

    private static bool MayHold(StaticType type) => type.Kind switch
    {
        TypeKind.List => MayHold(type.Element ?? StaticType.Any),
        TypeKind.Any or TypeKind.Map or TypeKind.Node or TypeKind.Edge or TypeKind.Path => true,
        _ => false,
    };
}
