namespace Graph.Query.Schema;

/// <summary>What a key label implies, directly and through others.</summary>
internal static class LabelClosure
{
    /// <summary>The label set of a type: its key, then breadth first what it implies, so that near labels come first.</summary>
    public static ImmutableArray<string> GetLabels(NodeDeclaration declaration, NodeDeclarations declarations)
    {
        var labels = new List<string> { declaration.Label };
        for (var i = 0; i < labels.Count; i++)
        {
            if (!declarations.TryGet(labels[i], out var implied))
                continue;
            labels.AddRange(implied.Implied.Select(label => label.Text).Where(label => !labels.Contains(label)).Distinct());
        }

        return [.. labels];
    }

    /// <summary>The types that a type inherits from and the type itself, each after all that it inherits from.</summary>
    public static IReadOnlyList<NodeDeclaration> GetLineage(NodeDeclaration declaration, NodeDeclarations declarations)
    {
        var lineage = new List<NodeDeclaration>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        Visit(declaration);
        return lineage;

        void Visit(NodeDeclaration type)
        {
            if (!visited.Add(type.Label))
                return;
            foreach (var label in type.Implied)
            {
                if (declarations.TryGet(label.Text, out var implied))
                    Visit(implied);
            }

            lineage.Add(type);
        }
    }

    /// <summary>Reports each circle once, at the first of its types.</summary>
    public static void ReportCircles(NodeDeclarations declarations, SourceText source, List<Diagnostic> diagnostics)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declaration in declarations.All)
        {
            foreach (var label in declaration.Implied)
            {
                if (label.Text == declaration.Label
                    || reported.Contains(declaration.Label)
                    || !declarations.TryGet(label.Text, out var implied))
                    continue;
                var labels = GetLabels(implied, declarations);
                if (!labels.Contains(declaration.Label))
                    continue;
                reported.UnionWith(labels);
                diagnostics.Add(SchemaDiagnostics.ImpliesItself(source, label.Span, declaration.Label, label.Text));
            }
        }
    }
}
