namespace Graph.Generator.SchemaFile;

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
        var edgeTypes = new EdgeTypeResolver(declarations, properties, comments, source, diagnostics).Resolve(schema);
        var type = new GraphType(schema.Name.Text, nodeTypes, edgeTypes);
        new SchemaChecks(schema, comments, source, diagnostics).Run(type);

        var hasErrors = diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return new SchemaResult(hasErrors ? null : type, [.. diagnostics.OrderBy(diagnostic => diagnostic.Span.Start)]);
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

    private static SchemaHints ResolveHints(NodeDeclaration declaration, ImmutableArray<string> labels, NodeDeclarations declarations)
    {
        var own = declaration.Comment;
        foreach (var label in labels[1..])
        {
            if (!declarations.TryGet(label, out var implied))
                continue;
            var inherited = implied.Comment.Tags.Where(tag => InheritedTags.Contains(tag.Name) && !own.Has(tag.Name));
            own = own with { Tags = [.. own.Tags, .. inherited] };
        }

        return own.ToHints();
    }
}
