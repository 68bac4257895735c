using System.Diagnostics.CodeAnalysis;
using Graph.Query.Syntax;

namespace Graph.Query.Schema;

/// <summary>A node type whose key label is known and unique; what it implies is not followed yet.</summary>
internal sealed record NodeDeclaration(NodeTypeSyntax Syntax, NameSyntax Key, SyntaxList<NameSyntax> Implied, DocComment Comment)
{
    public string Label => Key.Text;

    public bool IsAbstract => Comment.Has("abstract");
}

/// <summary>The node types of a schema by key label and by alias, in the order of the text.</summary>
internal sealed class NodeDeclarations
{
    private readonly Dictionary<string, NodeDeclaration> byLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeDeclaration> byAlias = new(StringComparer.Ordinal);
    private readonly List<NodeDeclaration> all = [];

    public IReadOnlyList<NodeDeclaration> All => all;

    public IEnumerable<string> Labels => all.Select(declaration => declaration.Label);

    public bool TryGet(string label, [NotNullWhen(true)] out NodeDeclaration? declaration) => byLabel.TryGetValue(label, out declaration);

    public NodeDeclaration? FindAlias(string alias) => byAlias.GetValueOrDefault(alias);

    public static NodeDeclarations Read(SchemaSyntax schema, DocComments comments, SourceText source, List<Diagnostic> diagnostics)
    {
        var declarations = new NodeDeclarations();
        foreach (var type in schema.Elements.OfType<NodeTypeSyntax>())
        {
            var filler = type.Pattern.Filler;
            if (filler.KeyLabels is not [var key])
            {
                diagnostics.Add(SchemaDiagnostics.KeyLabelCount(source, type.Pattern.Span));
                continue;
            }

            ReportDuplicates([key, .. filler.ImpliedLabels], source, diagnostics);
            if (declarations.TryGet(key.Text, out var other))
                diagnostics.Add(SchemaDiagnostics.DuplicateKeyLabel(source, key.Span, key.Text, other.Key.Span));
            else
                declarations.Add(new NodeDeclaration(type, key, filler.ImpliedLabels, comments[type]));
        }

        declarations.ReportUnknownLabels(source, diagnostics);
        return declarations;
    }

    private void Add(NodeDeclaration declaration)
    {
        all.Add(declaration);
        byLabel.Add(declaration.Label, declaration);
        if (declaration.Syntax.Pattern.Alias is { } alias)
            byAlias[alias.Text] = declaration;
    }

    private static void ReportDuplicates(IReadOnlyList<NameSyntax> labels, SourceText source, List<Diagnostic> diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in labels.Where(label => !seen.Add(label.Text)))
            diagnostics.Add(SchemaDiagnostics.DuplicateLabel(source, label.Span, label.Text));
    }

    private void ReportUnknownLabels(SourceText source, List<Diagnostic> diagnostics)
    {
        foreach (var label in all.SelectMany(declaration => declaration.Implied).Where(label => !byLabel.ContainsKey(label.Text)))
            diagnostics.Add(SchemaDiagnostics.UnknownImpliedLabel(
                source, label.Span, label.Text, Core.NearestName.Find(label.Text, Labels)));
    }
}
