namespace Graph.Annotations;

/// <summary>
/// The mentions of one document: those of the literal coarse column count, metonymic and nested ones are layers of their own.
/// </summary>
internal sealed class HipeArticleReader(HipeDocument document, SourceText source, ReadingLog log)
{
    private const string Metonymic = "metonymic";
    private const string Nested = "nested";
    private readonly TokenizedText text = new();

    public AnnotatedArticle Read(AnnotationFile file)
    {
        foreach (var token in document.Tokens)
        {
            text.Add(token.Text, !token.HasFlag("NoSpaceAfter"));
            if (token.HasFlag("EndOfSentence"))
                text.EndSentence(token.HasFlag("NoSpaceAfter") ? "" : " ");
        }

        var hasSentences = text.HasSentences;
        text.EndSentence();
        var literal = ReadLayer("NE-COARSE-LIT", "NE-FINE-LIT", "NEL-LIT", layer: null);
        var metonymic = ReadLayer("NE-COARSE-METO", "NE-FINE-METO", "NEL-METO", Metonymic);
        var nested = ReadLayer("NE-NESTED", fine: null, links: null, Nested);
        return new AnnotatedArticle(document.Metadata, text.ToString())
        {
            File = file,
            Mentions = [.. literal.Select(mention => WithSense(mention, metonymic)), .. metonymic, .. nested],
            Sentences = hasSentences ? text.GetSentences() : default,
        };
    }

    /// <param name="fine">Stands for the coarse column where a corpus has fine types only.</param>
    private List<Mention> ReadLayer(string coarse, string? fine, string? links, string? layer)
    {
        if (fine is not null && !HasTags(coarse) && HasTags(fine))
            (coarse, fine) = (fine, null);
        var tags = new TagSequence();
        for (var i = 0; i < document.Tokens.Count; i++)
            tags.Add(i, document.Tokens[i][coarse]);
        tags.Break();
        return [.. tags.Runs.Select((run, index) => ToMention(run, $"{layer ?? "literal"}{index + 1}", fine, links, layer))];
    }

    private bool HasTags(string column) => document.Tokens.Any(token => token[column] is ['B' or 'I', '-', ..]);

    private Mention ToMention(TaggedRun run, string id, string? fine, string? links, string? layer)
    {
        var place = SourcePlace.Line(source, document.Tokens[run.First].Line);
        var mention = new Mention(id, GetTypes(run, fine), [text.Cover(run.First, run.Last)], place)
        {
            Layer = layer,
            Properties = GetComponents(run, layer),
        };
        if (layer == Metonymic)
            mention = mention with { Sense = Metonymic };
        return links is null ? mention : WithLink(mention, run, links);
    }

    /// <summary>A literal mention says so only where the same words are meant metonymically too.</summary>
    private static Mention WithSense(Mention mention, List<Mention> metonymic) =>
        metonymic.Exists(other => other.Span == mention.Span) ? mention with { Sense = "literal" } : mention;

    private ImmutableArray<string> GetTypes(TaggedRun run, string? fine)
    {
        var tag = fine is null ? "_" : document.Tokens[run.First][fine];
        return tag.Length > 2 && TagSequence.IsTag(tag) ? [run.Type, tag[2..]] : [run.Type];
    }

    /// <summary>The parts of a name, such as <c>comp.title</c>, become properties of the mention.</summary>
    private Properties GetComponents(TaggedRun run, string? layer)
    {
        if (layer is not null)
            return [];

        var tags = new TagSequence();
        for (var i = run.First; i <= run.Last; i++)
            tags.Add(i, document.Tokens[i]["NE-FINE-COMP"]);
        tags.Break();
        return [.. tags.Runs.Select(part => new KeyValuePair<string, Value>(part.Type, Value.FromString(GetText(part))))];
    }

    private Mention WithLink(Mention mention, TaggedRun run, string column)
    {
        var ids = Enumerable.Range(run.First, run.Last - run.First + 1)
            .Select(index => document.Tokens[index][column])
            .Where(id => id is not ("_" or "NIL" or ""))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (ids.Count == 0)
            return mention;
        if (ids.Count == 1)
            return mention with { Links = [new EntityLink(EntityLink.Wikidata, ids[0])] };

        log.CountLoss("mentions with several links");
        log.Report(ConllDiagnostics.SeveralLinks(mention.Place, ids[0], ids[1]));
        var others = Value.FromList([.. ids.Skip(1).Select(Value.FromString)]);
        return mention with
        {
            Links = [new EntityLink(EntityLink.Wikidata, ids[0])],
            Properties = mention.Properties.Add(new("otherLinks", others)),
        };
    }

    private string GetText(TaggedRun part)
    {
        var span = text.Cover(part.First, part.Last);
        return text.ToString().Substring(span.Start, span.Length);
    }
}
