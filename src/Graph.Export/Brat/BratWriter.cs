using System.Globalization;

namespace Graph.Export;

/// <summary>
/// brat standoff: a text, an <c>.ann</c> file beside it with offsets in code points, <c>annotation.conf</c> with every type, and
/// <c>articles.csv</c>. Entities keep their keys as normalizations of the resource <c>local</c>.
/// </summary>
internal static class BratWriter
{
    public static ExportReport Write(GraphSelection selection, ExportFolder folder, CancellationToken cancellation)
    {
        var losses = new LossLedger();
        var articles = new ArticleCollection(selection, losses);
        var files = new AnnotatedFolder(folder, selection.Store, losses);
        var configuration = new BratConfiguration();
        var entities = new AnnotatedEntities(selection.Store, losses);
        var written = new AnnotationCounts();
        files.WriteArticles(
            articles,
            ".ann",
            (article, _, output) => new BratArticle(selection.Store, article, entities, configuration, losses, output).Write(written),
            cancellation);
        using (var output = files.CreateExactly("annotation.conf"))
            configuration.Write(output);
        entities.CountUnwrittenProperties();
        entities.CountUnsaidLabels();
        losses.Note("where sentences begin and end is not written");
        return written.Report(articles.Count, losses);
    }
}

/// <summary>The annotations of one article.</summary>
internal sealed class BratArticle(
    GraphStore store,
    ArticleContents article,
    AnnotatedEntities entities,
    BratConfiguration configuration,
    LossLedger losses,
    TextWriter output)
{
    private readonly AnnotationWords words = new(losses);
    private readonly CodePointOffsets offsets = new(article.Text);
    private readonly Dictionary<int, List<(string Id, TextSpan Span)>> places = [];
    private int attributes;
    private int events;
    private int normalizations;
    private int textBounds;

    public void Write(AnnotationCounts written)
    {
        var mentions = ChooseWithWords(article.Mentions, mention => mention.Span, "mention", "mentions");
        var told = ChooseWithWords(article.Events, found => found.Span, "event", "events");
        foreach (var mention in mentions)
            WriteMention(mention);
        foreach (var (node, span) in told)
            AddPlace(node, string.Create(CultureInfo.InvariantCulture, $"E{++events}"), span);
        foreach (var (node, span) in told)
            WriteEvent(node, span);
        var nodes = article.Events.Select(found => found.Node).ToHashSet();
        var relations = 0;
        foreach (var edge in article.Facts.Where(edge => !nodes.Contains(GetSource(edge))))
            relations += WriteRelation(edge, relations) ? 1 : 0;
        written.Add(mentions.Length, told.Length, relations);
    }

    /// <summary>What stands between two characters has no place in this format.</summary>
    private ImmutableArray<T> ChooseWithWords<T>(ImmutableArray<T> found, Func<T, TextSpan> getSpan, string one, string many)
    {
        losses.Count(
            $"{one} without words is not written", $"{many} without words are not written", found.Count(item => getSpan(item).Length == 0));
        return [.. found.Where(item => getSpan(item).Length > 0)];
    }

    private int GetSource(int edge) => store.GetEdgeTable(edge).GetSource(edge);

    private void AddPlace(int node, string id, TextSpan span)
    {
        if (!places.TryGetValue(node, out var found))
            places.Add(node, found = []);
        found.Add((id, span));
    }

    private void WriteMention(ArticleMention mention)
    {
        var entity = entities.Get(mention.Node);
        var label = entities.GetLabel(mention);
        if (label.Length == 0)
        {
            label = "Entity";
            losses.Count("mention without a label is of the type 'Entity'", "mentions without labels are of the type 'Entity'");
        }

        var id = WriteTextBound(label, mention.Fragments);
        configuration.Entities.Add(words.Name(label));
        AddPlace(mention.Node, id, mention.Span);
        var name = words.Line(entity.Name);
        if (entity.Link is { } link)
            output.Write($"N{++normalizations}\tReference {id} {words.Name(link.Authority, ":")}:{words.Words(link.Id)}\t{name}\n");
        output.Write($"N{++normalizations}\tReference {id} local:{words.Words(entity.Key)}\t{name}\n");
        WriteAttributes(id, entities.ListProperties(mention));
    }

    private string WriteTextBound(string type, ImmutableArray<TextSpan> fragments)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"T{++textBounds}");
        var spans = fragments.Select(fragment =>
            string.Create(CultureInfo.InvariantCulture, $"{offsets.Find(fragment.Start)} {offsets.Find(fragment.End)}"));
        var surface = string.Join(' ', fragments.Select(fragment => article.Text.Substring(fragment.Start, fragment.Length)));
        output.Write($"{id}\t{words.Name(type)} {string.Join(';', spans)}\t{surface.ReplaceLineEndings(" ").Replace('\t', ' ')}\n");
        return id;
    }

    private void WriteEvent(int node, TextSpan span)
    {
        var kind = words.Name(StoreEvents.GetKind(store, node), ":");
        var trigger = WriteTextBound(kind, [span]);
        var id = places[node][0].Id;
        var roles = article.Facts.Where(edge => GetSource(edge) == node).Select(edge => WriteRole(edge, span)).OfType<string>().ToList();
        output.Write($"{id}\t{kind}:{trigger}{string.Concat(roles.Select(role => $" {role}"))}\n");
        configuration.AddEvent(kind, roles.Select(role => role[..role.LastIndexOf(':')]));
        if (StoreEvents.GetId(store, node, article.Key) != id)
            losses.Count("event has another id", "events have other ids");
        WriteAttributes(id, StoreEvents.ListProperties(store, node));
    }

    private string? WriteRole(int edge, TextSpan trigger)
    {
        var table = store.GetEdgeTable(edge);
        var targets = places.GetValueOrDefault(table.GetTarget(edge), []);
        if (EvidenceEnds.Find(
            [trigger], [.. targets.Select(place => place.Span)], store.GetEdgeEvidence(edge)!.Value.Span) is not { } found)
        {
            CountWithoutPlace();
            return null;
        }

        CountMoved(found.IsExact);
        CountProperties(edge);
        return $"{words.Name(table.Type, ":")}:{targets[found.Target].Id}";
    }

    private bool WriteRelation(int edge, int number)
    {
        var table = store.GetEdgeTable(edge);
        var sources = places.GetValueOrDefault(table.GetSource(edge), []);
        var targets = places.GetValueOrDefault(table.GetTarget(edge), []);
        var place = store.GetEdgeEvidence(edge)!.Value.Span;
        if (EvidenceEnds.Find([.. sources.Select(end => end.Span)], [.. targets.Select(end => end.Span)], place) is not { } found)
        {
            CountWithoutPlace();
            return false;
        }

        CountMoved(found.IsExact);
        var id = string.Create(CultureInfo.InvariantCulture, $"R{number + 1}");
        var type = words.Name(table.Type);
        output.Write($"{id}\t{type} Arg1:{sources[found.Source].Id} Arg2:{targets[found.Target].Id}\n");
        configuration.Relations.Add(type);
        WriteAttributes(id, StoreElements.GetEdgeProperties(store, edge));
        return true;
    }

    private void WriteAttributes(string id, IEnumerable<KeyValuePair<string, Value>> properties)
    {
        foreach (var (key, value) in properties)
        {
            var isMark = value.Kind == ValueKind.Boolean && value.AsBoolean();
            if (!isMark && value.Kind != ValueKind.String)
                losses.Note("dates, numbers and lists of attributes are written as texts");
            var name = words.Name(key);
            var text = isMark ? null : words.Words(PlainText.Format(value));
            output.Write($"A{++attributes}\t{name} {id}{(text is null ? "" : $" {text}")}\n");
            configuration.AddAttribute(name, text);
        }
    }

    private void CountProperties(int edge)
    {
        foreach (var (key, _) in StoreElements.GetEdgeProperties(store, edge))
            losses.Count($"'{key}' of a role is not written", $"'{key}' of roles are not written");
    }

    private void CountWithoutPlace() => losses.Count(
        "relation is not written, as its article does not name both ends",
        "relations are not written, as their articles do not name both ends");

    private void CountMoved(bool isExact) => losses.Count(
        "place of a relation becomes that from one of its ends to the other",
        "places of relations become those from one of their ends to the other",
        isExact ? 0 : 1);
}
