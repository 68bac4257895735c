namespace Graph.Query.Schema;

/// <summary>From the syntax of a schema to a graph type, with every mistake that there is, in the order of the text.</summary>
internal static class SchemaBinder
{
    /// <summary>Tags that a type has from those it implies where it does not have them itself.</summary>
    private static readonly string[] InheritedTags = ["key", "caption", "color", "icon"];

    public static SchemaResult Bind(SchemaSyntax schema, DocComments comments, SourceText source)
    {
        var diagnostics = new List<Diagnostic>();
        var declarations = NodeDeclarations.Read(schema, comments, source, diagnostics);
        LabelClosure.ReportCircles(declarations, source, diagnostics);

        var properties = new PropertyResolver(declarations, comments, source, diagnostics);
        var nodeTypes = declarations.All.Select(declaration => Resolve(declaration, declarations, properties)).ToImmutableArray();
        var edges = new EdgeTypeResolver(declarations, properties, comments, source, diagnostics);
        var type = new GraphType(schema.Name.Text, nodeTypes, edges.Resolve(schema)) { Hints = comments[schema].ToHints() };
        new SchemaChecks(schema, comments, source, diagnostics).Run(type);

        var hasErrors = diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new SchemaResult(hasErrors ? null : type, [.. diagnostics.OrderBy(diagnostic => diagnostic.Span.Start)])
        {
            DeclaredCounts = edges.DeclaredCounts,
        };
    }

    private static NodeType Resolve(NodeDeclaration declaration, NodeDeclarations declarations, PropertyResolver properties)
    {
        var labels = LabelClosure.GetLabels(declaration, declarations);
        return new NodeType(
            declaration.Syntax.Name?.Text ?? declaration.Label,
            declaration.Label,
            labels,
            ImplicitProperties.CompleteNode(labels, properties.Resolve(declaration)),
            declaration.IsAbstract,
            ResolveHints(declaration, labels, declarations));
    }

    /// <summary>Own tags, then those of implied types that are inherited and not there yet, nearest type first.</summary>
    public static ImmutableArray<SchemaTag> CompleteTags(ImmutableArray<SchemaTag> own, IEnumerable<ImmutableArray<SchemaTag>> implied)
    {
        var tags = own.ToList();
        foreach (var inherited in implied)
            tags.AddRange(inherited.Where(tag => InheritedTags.Contains(tag.Name) && tags.All(other => other.Name != tag.Name)).ToList());
        return [.. tags];
    }

    private static SchemaHints ResolveHints(NodeDeclaration declaration, ImmutableArray<string> labels, NodeDeclarations declarations)
    {
        var own = declaration.Comment.ToHints();
        var implied = labels.Skip(1).Select(label => declarations.TryGet(label, out var found) ? found.Comment.ToHints().Tags : []);
        var tags = CompleteTags(own.Tags, implied);
        return tags.IsEmpty && own.Description is null ? SchemaHints.None : new SchemaHints(own.Description, tags);
    }
}
