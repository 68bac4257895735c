using Graph.Query.Parsing;
using Graph.Query.Syntax;

namespace Graph.Query.Schema;

/// <summary>Edge types with their ends resolved to key labels.</summary>
internal sealed class EdgeTypeResolver(
    NodeDeclarations declarations, PropertyResolver properties, DocComments comments, SourceText source, List<Diagnostic> diagnostics)
{
    private readonly List<EdgeType> resolved = [];
    private readonly List<int> declaredCounts = [];
    private readonly Dictionary<(string Label, string? Source, string? Target), TextSpan> places = [];
    private readonly Dictionary<(string Label, string Property), (PropertyType Type, EdgeType Owner)> propertyTypes = [];

    /// <summary>How many of the properties of each edge type are declared; these come first.</summary>
    public ImmutableArray<int> DeclaredCounts => [.. declaredCounts];

    public ImmutableArray<EdgeType> Resolve(SchemaSyntax schema)
    {
        foreach (var syntax in schema.Elements.OfType<EdgeTypeSyntax>())
            Add(syntax);
        return [.. resolved];
    }

    private void Add(EdgeTypeSyntax syntax)
    {
        var label = ReadLabel(syntax.Filler);
        var own = properties.ReadOwn(syntax.Filler.Properties);
        var hasEnds = TryReadEnd(syntax.Source, out var from) & TryReadEnd(syntax.Target, out var to);
        if (label is null || !hasEnds)
            return;

        var type = new EdgeType(
            syntax.Name?.Text ?? label.Text,
            label.Text,
            from,
            to,
            ImplicitProperties.CompleteEdge(own.Select(property => property.Definition)),
            comments[syntax].ToHints());
        ReportDuplicate(type, syntax);
        foreach (var property in own)
            ReportTypeConflict(type, property);
        resolved.Add(type);
        declaredCounts.Add(own.Count);
    }

    private NameSyntax? ReadLabel(FillerSyntax filler)
    {
        NameSyntax[] labels = [.. filler.KeyLabels, .. filler.ImpliedLabels];
        switch (labels)
        {
            case [var label]:
                return label;
            case []:
                diagnostics.Add(SchemaDiagnostics.EdgeWithoutLabel(source, filler.Span));
                return null;
            default:
                var span = labels[0].Span.Cover(labels[^1].Span);
                diagnostics.Add(SchemaDiagnostics.LeftOut(source, span, source.GetText(span), "an edge type has one label"));
                return null;
        }
    }

    /// <summary>The key label of an end, null for any node; false where a diagnostic says that there is none.</summary>
    private bool TryReadEnd(NodePatternSyntax end, out string? label)
    {
        label = null;
        var excess = end.Filler.ImpliedLabels.FirstOrDefault() ?? end.Filler.Properties.FirstOrDefault()?.Name;
        if (excess is not null)
            return Refuse(SchemaDiagnostics.MoreThanAnEnd(source, excess.Span));
        if (end.Alias is { } alias)
            return TryReadAlias(alias, end.Filler, out label);

        switch (end.Filler.KeyLabels)
        {
            case []:
                return true;
            case [var name] when end.Filler.HasArrow && IsImplied(name.Text):
                return Refuse(SchemaDiagnostics.LeftOut(
                    source, end.Span, source.GetText(end.Span), $"write '(:{name.Text})', which takes the types that imply it as well"));
            case [var name] when declarations.TryGet(name.Text, out _):
                label = name.Text;
                return true;
            case [var name]:
                var nearest = Core.NearestName.Find(name.Text, declarations.Labels);
                return Refuse(SchemaDiagnostics.UnknownEndpoint(source, name.Span, name.Text, nearest));
            case var names:
                var span = names[0].Span.Cover(names[^1].Span);
                return Refuse(SchemaDiagnostics.LeftOut(source, span, source.GetText(span), "an end names one key label"));
        }
    }

    private bool TryReadAlias(NameSyntax alias, FillerSyntax filler, out string? label)
    {
        label = declarations.FindAlias(alias.Text)?.Label;
        if (filler.KeyLabels.Count > 0)
            return Refuse(SchemaDiagnostics.MoreThanAnEnd(source, filler.Span with { Length = 1 }));
        return label is not null || Refuse(SchemaDiagnostics.UnknownAlias(source, alias.Span, alias.Text));
    }

    /// <summary>With an arrow an end is exactly one type, which says nothing else only of a type that no other implies.</summary>
    private bool IsImplied(string label) => declarations.All.Any(declaration => declaration.Implied.Any(implied => implied.Text == label));

    private bool Refuse(Diagnostic diagnostic)
    {
        diagnostics.Add(diagnostic);
        return false;
    }

    private void ReportDuplicate(EdgeType type, EdgeTypeSyntax syntax)
    {
        var key = (type.Label, type.Source, type.Target);
        if (!places.TryAdd(key, syntax.Span))
            diagnostics.Add(SchemaDiagnostics.DuplicateEdgeType(source, syntax.Span, type.Source, type.Target, places[key]));
    }

    /// <summary>All edge types with one label are one relation type, so a property has one type in all of them.</summary>
    private void ReportTypeConflict(EdgeType type, OwnProperty property)
    {
        var definition = property.Definition;
        (PropertyType Type, EdgeType Owner) first = propertyTypes.GetValueOrDefault((type.Label, definition.Name), (definition.Type, type));
        propertyTypes[(type.Label, definition.Name)] = first;
        if (first.Type.Name == definition.Type.Name)
            return;
        diagnostics.Add(SchemaDiagnostics.TypeConflict(
            source,
            property.Span,
            definition.Name,
            (definition.Type, EdgePattern(type)),
            (first.Type, EdgePattern(first.Owner)),
            type.Label));
    }

    private static string EdgePattern(EdgeType type) => $"({Label(type.Source)})-[:{type.Label}]->({Label(type.Target)})";

    private static string Label(string? label) => label is null ? "" : $":{label}";
}
