using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Postgres;

/// <summary>Patterns as joins: a source of rows for each relation, and for each node of which more than the id is asked.</summary>
internal sealed class PatternTranslator(TranslationContext context, ExpressionTranslator expressions)
{
    /// <param name="onlyEnds">Of a walk only the nodes at its ends count, each pair once.</param>
    public void Translate(BoundMatch match, Frame frame, bool onlyEnds)
    {
        var used = new List<UsedRelations>();
        var isDifferent = match.Mode == MatchMode.DifferentEdges;
        foreach (var path in match.Paths)
            new PathTranslation(context, expressions, frame, path, isDifferent) { OnlyEnds = onlyEnds }.Translate(used);

        if (isDifferent)
            UsedRelations.RequireDifferent(used, frame.Select);
        if (match.Where is { } where)
            frame.Select.Conditions.Add(expressions.Condition(where, frame, "WHERE"));
    }
}
