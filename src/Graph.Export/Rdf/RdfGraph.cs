namespace Graph.Export;

/// <summary>
/// A graph as triples. Each fact is a statement of its own (<c>rdf:Statement</c>) with its properties, the article it was derived from and
/// the place there; a fact that is simply stated is a triple too. A mention is a Web Annotation that identifies an entity.
/// </summary>
internal sealed class RdfGraph(GraphSelection selection, IRdfWriter writer, LossLedger losses)
{
    private const int ContextLength = 32;

    private readonly GraphStore store = selection.Store;
    private readonly RdfNames names = new(selection.Store);
    private long annotations;

    public ExportReport Write()
    {
        foreach (var node in selection.Nodes)
            WriteNode(node);
        foreach (var edge in selection.Edges)
            WriteEdge(edge);
        return ExportReport.Create(
            losses,
            (selection.Nodes.Length, "node", "nodes"),
            (selection.Edges.Length, "relation", "relations"),
            (annotations, "annotation", "annotations"));
    }

    private void WriteNode(int node)
    {
        writer.Begin(names.OfNode(node));
        foreach (var label in Captions.ListLabels(store, node))
            AddType(RdfNames.Label + RdfNames.Escape(label));
        var text = store.Articles.GetText(node);
        if (text.Length > 0)
        {
            AddType($"{RdfNames.Schema}NewsArticle");
            AddType($"{RdfNames.Provenance}Entity");
        }

        writer.Add($"{RdfNames.Rdfs}label", RdfTerm.String(Captions.Get(store, node)));
        foreach (var (key, value) in StoreElements.GetNodeProperties(store, node))
            AddProperty(key, value);
        if (text.Length > 0)
            writer.Add($"{RdfNames.Schema}articleBody", RdfTerm.String(text));
        writer.End();
        if (!HasMentions(node))
        {
            foreach (var evidence in store.GetNodeEvidence(node))
                WriteAnnotation($"{names.OfNode(node)}:trigger", "describing", names.OfNode(node), evidence);
        }
    }

    private void WriteEdge(int edge)
    {
        var table = store.GetEdgeTable(edge);
        var evidence = store.GetEdgeEvidence(edge);
        if (table.Type == StoreNames.MentionType && evidence is { } mention)
        {
            WriteAnnotation(RdfNames.OfFact(edge), "identifying", names.OfNode(table.GetTarget(edge)), mention);
            return;
        }

        WriteFact(table, edge, evidence);
        if (evidence is { } place)
            WriteAnnotation($"{RdfNames.OfFact(edge)}:annotation", "describing", RdfNames.OfFact(edge), place);
    }

    private void WriteFact(EdgeTable table, int edge, Evidence? evidence)
    {
        var source = names.OfNode(table.GetSource(edge));
        var relation = RdfNames.Relation + RdfNames.Escape(table.Type);
        var target = names.OfNode(table.GetTarget(edge));
        if (FactStatus.Of(store, edge).IsStated)
        {
            writer.Begin(source);
            writer.Add(relation, RdfTerm.Iri(target));
            writer.End();
        }

        writer.Begin(RdfNames.OfFact(edge));
        AddType($"{RdfNames.Rdf}Statement");
        AddType($"{RdfNames.Provenance}Entity");
        writer.Add($"{RdfNames.Rdf}subject", RdfTerm.Iri(source));
        writer.Add($"{RdfNames.Rdf}predicate", RdfTerm.Iri(relation));
        writer.Add($"{RdfNames.Rdf}object", RdfTerm.Iri(target));
        foreach (var (key, value) in StoreElements.GetEdgeProperties(store, edge))
            AddProperty(key, value);
        if (store.GetEdgeProperty(edge, "claimedBy") is { Kind: ValueKind.String } claimant
            && store.FindNodes(StoreNames.Key, claimant.AsString()) is [var who])
            writer.Add($"{RdfNames.Provenance}wasAttributedTo", RdfTerm.Iri(names.OfNode(who)));
        if (evidence is { } found)
            writer.Add($"{RdfNames.Provenance}wasDerivedFrom", RdfTerm.Iri(names.OfNode(found.Article)));
        writer.End();
    }

    /// <summary>A place in an article by position, in code points as the recommendation counts, and by its words.</summary>
    private void WriteAnnotation(string iri, string motivation, string body, Evidence evidence)
    {
        annotations++;
        writer.Begin(iri);
        AddType($"{RdfNames.Annotation}Annotation");
        writer.Add($"{RdfNames.Annotation}motivatedBy", RdfTerm.Iri(RdfNames.Annotation + motivation));
        writer.Add($"{RdfNames.Annotation}hasBody", RdfTerm.Iri(body));
        writer.Add($"{RdfNames.Annotation}hasTarget", RdfTerm.Iri($"{iri}:target"));
        writer.End();

        writer.Begin($"{iri}:target");
        AddType($"{RdfNames.Annotation}SpecificResource");
        writer.Add($"{RdfNames.Annotation}hasSource", RdfTerm.Iri(names.OfNode(evidence.Article)));
        var text = store.Articles.GetText(evidence.Article);
        var isInside = evidence.Span.End <= text.Length && text.Length > 0;
        if (isInside)
        {
            writer.Add($"{RdfNames.Annotation}hasSelector", RdfTerm.Iri($"{iri}:position"));
            writer.Add($"{RdfNames.Annotation}hasSelector", RdfTerm.Iri($"{iri}:quote"));
        }

        writer.End();
        if (isInside)
            WriteSelectors(iri, text, evidence.Span);
        else
            losses.Count("place in an article without text is not written", "places in articles without text are not written");
    }

    private void WriteSelectors(string iri, string text, TextSpan span)
    {
        writer.Begin($"{iri}:position");
        AddType($"{RdfNames.Annotation}TextPositionSelector");
        var start = CountCodePoints(text.AsSpan(0, span.Start));
        writer.Add($"{RdfNames.Annotation}start", RdfTerm.Integer(start));
        writer.Add($"{RdfNames.Annotation}end", RdfTerm.Integer(start + CountCodePoints(text.AsSpan(span.Start, span.Length))));
        writer.End();

        writer.Begin($"{iri}:quote");
        AddType($"{RdfNames.Annotation}TextQuoteSelector");
        writer.Add($"{RdfNames.Annotation}exact", RdfTerm.String(text.Substring(span.Start, span.Length)));
        var before = Math.Max(0, span.Start - ContextLength);
        writer.Add($"{RdfNames.Annotation}prefix", RdfTerm.String(text[before..span.Start]));
        writer.Add($"{RdfNames.Annotation}suffix", RdfTerm.String(text[span.End..Math.Min(text.Length, span.End + ContextLength)]));
        writer.End();
    }

    private void AddType(string iri) => writer.Add($"{RdfNames.Rdf}type", RdfTerm.Iri(iri));

    /// <summary>Under its own name, and where one of the usual vocabularies has a word for it, under that too.</summary>
    private void AddProperty(string key, Value value)
    {
        var items = value.Kind == ValueKind.List ? value.AsList().ToArray() : [value];
        foreach (var item in items)
            writer.Add(RdfNames.Property + RdfNames.Escape(key), RdfTerm.From(item));
        if (value.Kind == ValueKind.List && items.Length > 1)
            losses.Note("the order of the items of lists is not kept");
        if (FindUsualWord(key) is not { } word)
            return;

        foreach (var item in items.Where(item => key != "wikidata" || IsWikidata(PlainText.Format(item))))
            writer.Add(
                word, key == "wikidata" ? RdfTerm.Iri($"http://www.wikidata.org/entity/{PlainText.Format(item)}") : RdfTerm.From(item));
    }

    private static bool IsWikidata(string text) =>
        text.Length > 1 && text[0] == 'Q' && text.AsSpan(1).ContainsAnyExceptInRange('0', '9') is false;

    private static string? FindUsualWord(string key) => key switch
    {
        "aliases" => $"{RdfNames.Skos}altLabel",
        "title" => $"{RdfNames.Terms}title",
        "published" => $"{RdfNames.Terms}issued",
        "source" => $"{RdfNames.Terms}publisher",
        "language" => $"{RdfNames.Terms}language",
        "url" => $"{RdfNames.Schema}url",
        "wikidata" => $"{RdfNames.Owl}sameAs",
        _ => null,
    };

    private bool HasMentions(int node) =>
        store.FindEdgeTable(StoreNames.MentionType) is { } mentions && mentions.Incoming.View.GetRun(node).Count > 0;

    private static int CountCodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
