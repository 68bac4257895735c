using Graph.Query.Syntax;

namespace Graph.Tck.Setup;

/// <summary>
/// Executes the set-up statements of scenarios. Patterns and expressions are the language's own; only the clauses that write are
/// understood here. Each clause works on rows of variables, as in a query.
/// </summary>
public sealed class SetupInterpreter(GraphDraft draft)
{
    private SetupRows rows = SetupRows.One;

    public void Execute(string script)
    {
        foreach (var statement in SetupClause.ReadScript(script))
        {
            rows = SetupRows.One;
            foreach (var clause in statement)
                Execute(clause);
        }
    }

    private void Execute(SetupClause clause)
    {
        switch (clause)
        {
            case ReadingClauses reading:
                rows = new SetupReader(draft, rows).Read(reading.Text);
                break;
            case CreateClause create:
                foreach (var pattern in create.Patterns)
                    Create(pattern);
                break;
            case DeleteClause delete:
                Delete(delete);
                break;
        }
    }

    private void Create(string text)
    {
        var parsed = QueryParser.ParsePattern(new SourceText(text));
        if (parsed.Syntax is not { } pattern)
            throw new SetupException($"'{text}': {parsed.Diagnostics[0].Message}");

        var elements = pattern.Path.Elements;
        var properties = new SetupReader(draft, rows).Evaluate(elements.Select(element => GetPropertyText(element, text)).ToList());
        var creator = new PatternCreator(draft, elements);
        rows = rows.Extend(creator.NewVariables(rows.Variables), (row, index) => creator.Create(row, properties[index]));
    }

    private static string GetPropertyText(PathElementSyntax element, string text)
    {
        var map = element switch
        {
            NodePatternSyntax node => node.Properties,
            RelationshipPatternSyntax relationship => relationship.Properties,
            _ => throw new SetupException($"'{text}' cannot be created."),
        };
        return map is null ? "{}" : text.Substring(map.Span.Start, map.Span.Length);
    }

    private void Delete(DeleteClause clause)
    {
        var values = new SetupReader(draft, rows).Evaluate(clause.Expressions).SelectMany(row => row).ToList();
        foreach (var edge in values.Where(value => value.IsEdge))
            draft.DeleteEdge(edge.AsEdge());
        foreach (var node in values.Where(value => value.IsNode))
            draft.DeleteNode(node.AsNode(), clause.Detach);
        if (values.FirstOrDefault(value => !value.IsNull && !value.IsEdge && !value.IsNode) is { IsNull: false } other)
            throw new SetupException($"DELETE takes nodes and relations, not a {other.Kind}.");
    }
}
