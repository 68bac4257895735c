using Graph.Query.Syntax;

namespace Graph.Query.Schema;

/// <summary>The properties of types: their own, and for node types those of every type whose key label they carry.</summary>
internal sealed class PropertyResolver(NodeDeclarations declarations, DocComments comments, SourceText source, List<Diagnostic> diagnostics)
{
    private readonly Dictionary<string, IReadOnlyList<OwnProperty>> ownByLabel = new(StringComparer.Ordinal);
    private readonly HashSet<(string Property, string First, string Second)> reported = [];

    /// <summary>The properties written in a type, without those whose type is unknown.</summary>
    public IReadOnlyList<OwnProperty> ReadOwn(SyntaxList<PropertyTypeSyntax> properties)
    {
        var own = new List<OwnProperty>();
        foreach (var syntax in properties)
        {
            var type = TypeReader.Read(syntax.Type, source, diagnostics);
            if (own.Any(other => other.Definition.Name == syntax.Name.Text))
                diagnostics.Add(SchemaDiagnostics.DuplicateProperty(source, syntax.Name.Span, syntax.Name.Text));
            else if (type is not null)
                own.Add(new OwnProperty(new PropertyDefinition(syntax.Name.Text, type, comments[syntax].ToHints()), syntax.Name.Span));
        }

        return own;
    }

    public ImmutableArray<PropertyDefinition> Resolve(NodeDeclaration declaration)
    {
        var resolved = new List<InheritedProperty>();
        foreach (var type in LabelClosure.GetLineage(declaration, declarations))
        {
            foreach (var property in GetOwn(type))
                Merge(resolved, property, type, declaration);
        }

        return [.. resolved.Select(property => property.Definition)];
    }

    private IReadOnlyList<OwnProperty> GetOwn(NodeDeclaration type)
    {
        if (!ownByLabel.TryGetValue(type.Label, out var own))
            ownByLabel.Add(type.Label, own = ReadOwn(type.Syntax.Properties));
        return own;
    }

    private void Merge(List<InheritedProperty> resolved, OwnProperty own, NodeDeclaration type, NodeDeclaration heir)
    {
        var index = resolved.FindIndex(property => property.Definition.Name == own.Definition.Name);
        if (index < 0)
        {
            resolved.Add(new InheritedProperty(own.Definition, type));
            return;
        }

        var inherited = resolved[index];
        if (Agree(own, type, inherited, heir))
            resolved[index] = new InheritedProperty(Combine(inherited.Definition, own.Definition), type);
    }

    private bool Agree(OwnProperty own, NodeDeclaration type, InheritedProperty inherited, NodeDeclaration heir)
    {
        var (name, first, second) = (own.Definition.Name, own.Definition.Type, inherited.Definition.Type);
        var restates = LabelClosure.GetLabels(type, declarations).Contains(inherited.Owner.Label);
        var agrees = first.Name == second.Name && !(restates && second.IsNotNull && !first.IsNotNull);
        if (agrees || !reported.Add((name, type.Label, inherited.Owner.Label)))
            return agrees;
        diagnostics.Add(first.Name == second.Name
            ? SchemaDiagnostics.NullableConflict(source, own.Span, name, type.Label, inherited.Owner.Label)
            : SchemaDiagnostics.TypeConflict(
                source,
                restates ? own.Span : heir.Key.Span,
                name,
                (first, type.Label),
                (second, inherited.Owner.Label),
                restates ? inherited.Owner.Label : heir.Label));
        return false;
    }

    private static PropertyDefinition Combine(PropertyDefinition inherited, PropertyDefinition own) => new(
        own.Name,
        own.Type with { IsNotNull = own.Type.IsNotNull || inherited.Type.IsNotNull },
        own.Hints == SchemaHints.None ? inherited.Hints : own.Hints);

    private sealed record InheritedProperty(PropertyDefinition Definition, NodeDeclaration Owner);
}

/// <param name="Span">Where its name stands.</param>
internal sealed record OwnProperty(PropertyDefinition Definition, TextSpan Span);
