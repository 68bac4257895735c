using Graph.Query.Syntax;

namespace Graph.Query.Schema;

/// <summary>Rules over a whole schema, checked once everything is resolved as far as it can be.</summary>
internal sealed class SchemaChecks(SchemaSyntax schema, DocComments comments, SourceText source, List<Diagnostic> diagnostics)
{
    public void Run(GraphType type)
    {
        ReportReservedWords();
        ReportSameIdentifiers();
        ReportLabelsThatAreRelations(type);
        ReportTypesWithoutNodes(type);
        foreach (var element in schema.Elements)
            ReportTags(element, type);
        ReportUnknownTags(schema);
    }

    private IEnumerable<NodeTypeSyntax> NodeTypes => schema.Elements.OfType<NodeTypeSyntax>();

    private IEnumerable<EdgeTypeSyntax> EdgeTypes => schema.Elements.OfType<EdgeTypeSyntax>();

    private void ReportReservedWords()
    {
        foreach (var name in Names().Where(name => source.Text[name.Span.Start] is not ('`' or '"') && ReservedWords.Contains(name.Text)))
            diagnostics.Add(SchemaDiagnostics.ReservedWord(source, name.Span, name.Text));
    }

    private IEnumerable<NameSyntax> Names()
    {
        var patterns = NodeTypes.Select(type => type.Pattern)
            .Concat(EdgeTypes.SelectMany(type => new[] { type.Source, type.Target }))
            .ToList();
        return patterns.Select(pattern => pattern.Filler)
            .Concat(EdgeTypes.Select(type => type.Filler))
            .SelectMany(filler => filler.KeyLabels.Concat(filler.ImpliedLabels))
            .Concat(patterns.Select(pattern => pattern.Alias).OfType<NameSyntax>())
            .Concat(schema.Elements.Select(element => element.Name).OfType<NameSyntax>())
            .Concat(schema.Elements.SelectMany(element => element.Properties).Select(property => property.Name))
            .Append(schema.Name);
    }

    /// <summary>Node types become structs, relation types become methods, properties of one type become properties.</summary>
    private void ReportSameIdentifiers()
    {
        Report(NodeTypes.Select(type => type.Name ?? type.Pattern.Filler.KeyLabels.FirstOrDefault()));
        Report(EdgeTypes.Select(type => type.Name ?? type.Filler.KeyLabels.FirstOrDefault()));
        foreach (var element in schema.Elements)
            Report(element.Properties.Select(property => property.Name));

        void Report(IEnumerable<NameSyntax?> names)
        {
            var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var name in names.OfType<NameSyntax>())
            {
                var identifier = CSharpNames.ToPascalCase(name.Text);
                if (!seen.TryAdd(identifier, name.Text) && seen[identifier] != name.Text)
                    diagnostics.Add(SchemaDiagnostics.SameIdentifier(source, name.Span, seen[identifier], name.Text, identifier));
            }
        }
    }

    private void ReportLabelsThatAreRelations(GraphType type)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in EdgeTypes.SelectMany(edge => edge.Filler.KeyLabels).Where(label => type.Labels.Contains(label.Text)))
        {
            if (reported.Add(label.Text))
                diagnostics.Add(SchemaDiagnostics.LabelAndRelation(source, label.Span, label.Text));
        }
    }

    private void ReportTypesWithoutNodes(GraphType type)
    {
        foreach (var syntax in NodeTypes)
        {
            if (syntax.Pattern.Filler.KeyLabels is [var key]
                && comments[syntax].Has("abstract")
                && type.NodeTypes.All(other => other.IsAbstract || !other.Labels.Contains(key.Text)))
                diagnostics.Add(SchemaDiagnostics.NoConcreteType(source, key.Span, key.Text));
        }
    }

    private void ReportTags(ElementSyntax element, GraphType type)
    {
        foreach (var node in element.Properties.Prepend<SyntaxNode>(element))
            ReportUnknownTags(node);

        foreach (var tag in comments[element].Tags.Where(tag => tag.Name is "key" or "caption"))
        {
            if (FindOwner(element, type) is { } owner && owner.Properties.All(property => property.Name != tag.Value))
                diagnostics.Add(SchemaDiagnostics.TagNamesNoProperty(
                    source,
                    tag.ValueSpan,
                    tag.Name,
                    tag.Value,
                    owner.Name,
                    Core.NearestName.Find(tag.Value, owner.Properties.Select(property => property.Name))));
        }
    }

    private void ReportUnknownTags(SyntaxNode node)
    {
        foreach (var tag in comments[node].Tags.Where(tag => !DocComment.KnownTags.Contains(tag.Name)))
            diagnostics.Add(SchemaDiagnostics.UnknownTag(
                source, tag.Span, tag.Name, Core.NearestName.Find(tag.Name, DocComment.KnownTags)));
    }

    private static (string Name, ImmutableArray<PropertyDefinition> Properties)? FindOwner(ElementSyntax element, GraphType type) =>
        element switch
        {
            NodeTypeSyntax { Pattern.Filler.KeyLabels: [var key] } when type.TryGetNodeType(key.Text, out var node) =>
                (key.Text, node.Properties),
            EdgeTypeSyntax { Filler.KeyLabels: [var label] } => (
                label.Text,
                [.. type.EdgeTypes.Where(edge => edge.Label == label.Text).SelectMany(edge => edge.Properties)]),
            _ => null,
        };
}
