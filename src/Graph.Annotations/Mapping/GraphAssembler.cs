namespace Graph.Annotations;

/// <summary>
/// Takes articles as they stream by: texts go to the builder at once; mentions and facts wait, in little space, until all articles
/// have been seen and it is known who is who.
/// </summary>
internal sealed class GraphAssembler(GraphBuilder builder, ReadingLog log)
{
    private readonly List<string> articleKeys = [];
    private readonly Dictionary<int, string> paths = [];
    private readonly UniqueKeys keys = new();
    private readonly HashSet<string> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FilePlace> firstPlaces = new(StringComparer.Ordinal);
    private readonly List<PendingMention> mentions = [];
    private readonly List<PendingRelation> relations = [];
    private readonly List<PendingEvent> events = [];
    private readonly List<(int Member, EntityDescription Description, string Label)> descriptions = [];

    /// <summary>Who the mentions may be.</summary>
    public IdentityRegister Identities { get; } = new(log);

    public IReadOnlyList<PendingMention> Mentions => mentions;

    public IReadOnlyList<PendingRelation> Relations => relations;

    public IReadOnlyList<PendingEvent> Events => events;

    public IReadOnlyList<(int Member, EntityDescription Description, string Label)> Descriptions => descriptions;

    /// <summary>The keys of the articles in the order they were added.</summary>
    public IReadOnlyList<string> ArticleKeys => articleKeys;

    /// <summary>Where each label is first mentioned.</summary>
    public IReadOnlyDictionary<string, FilePlace> FirstPlaces => firstPlaces;

    /// <summary>The file of an article by its handle.</summary>
    public string GetPath(int article) => paths[article];

    public void Add(AnnotatedArticle article, LabelMapping mapping, IdentityRules rules)
    {
        var key = ChooseKey(article);
        var number = articleKeys.Count;
        articleKeys.Add(key);
        var handle = builder.AddNode([NewsLabels.Article], GetProperties(article, key));
        var sentences = article.Sentences.IsDefault ? SentenceSplitter.Split(article.Text) : article.Sentences;
        paths.Add(handle, article.File.DisplayPath);
        builder.SetText(handle, article.Text, sentences);

        foreach (var entity in article.Entities)
        {
            var member = Identities.Describe(entity, GetLocalId(entity.Id, article.Metadata.Id));
            descriptions.Add((member, entity, mapping.MapType(entity.Type)));
        }

        var members = Identities.Register(number, article, mapping, rules);
        AddMentions(article, handle, members, mapping);
        new ArticleFacts(article, handle, key, members, events.Count, Identities, mapping, rules, log).AddTo(relations, events);
        log.Count("notes", article.Notes.Length);
        log.Count("coreference chains", article.Chains.Length);
    }

    /// <summary>Takes relations between entities by their ids, which no article says.</summary>
    public void Relate(ImmutableArray<RelationAnnotation> authority, LabelMapping mapping)
    {
        foreach (var relation in authority)
        {
            if (relation is { Source: EntityArgument source, Target: EntityArgument target })
            {
                Identities.NoteUse(source);
                Identities.NoteUse(target);
                relations.Add(new PendingRelation(
                    mapping.MapRelation(relation.Type),
                    EndPoint.Member(Identities.Pool.GetOrAddId(source.Id)),
                    EndPoint.Member(Identities.Pool.GetOrAddId(target.Id)),
                    PendingRelation.NoArticle, [], relation.Status, null, relation.Properties, FilePlace.From(relation.Place)));
            }
        }
    }

    public void Describe(ImmutableArray<EntityDescription> entities, LabelMapping mapping)
    {
        foreach (var entity in entities)
            descriptions.Add((Identities.Describe(entity, entity.Id), entity, mapping.MapType(entity.Type)));
    }

    /// <summary>An id that an article defines for itself is told apart from those of others by the article's own.</summary>
    private static string GetLocalId(string id, string? articleId) =>
        articleId is not null
            && id.Length > articleId.Length + 1
            && id[articleId.Length] == '#'
            && id.StartsWith(articleId, StringComparison.Ordinal)
            ? id[(articleId.Length + 1)..] : id;

    private void AddMentions(AnnotatedArticle article, int handle, int[] members, LabelMapping mapping)
    {
        var others = article.Mentions.Where(mention => mention.SameAs is not null).ToLookup(mention => mention.SameAs!.Value);
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i] < 0 || article.Mentions[i].SameAs is not null)
                continue;

            var mention = article.Mentions[i];
            if (others.Count > 0)
                mention = mention with
                {
                    Types = [.. mention.Types, .. others[i].Select(other => other.Type)],
                    Properties = mention.Properties.AddRange(others[i].SelectMany(other => other.Properties))
                };
            mentions.Add(new PendingMention(handle, members[i], Share(mapping.MapType(mention.Type), mention.Place), mention.Span,
                MentionProperties.Collect(mention, mapping)));
        }
    }

    /// <summary>One string for all mentions with this label, as each was read as a string of its own.</summary>
    private string Share(string label, SourcePlace place)
    {
        if (labels.TryGetValue(label, out var shared))
            return shared;
        labels.Add(label);
        firstPlaces.Add(label, FilePlace.From(place));
        return label;
    }

    /// <summary>The article's id, else its file below the path that the user named; a second one gets a number.</summary>
    private string ChooseKey(AnnotatedArticle article)
    {
        var wanted = article.Metadata.Id ?? Path.ChangeExtension(article.File.RelativePath, null);
        var key = keys.Take(wanted);
        if (key != wanted && article.Metadata.Id is not null)
            log.Report(ReadingDiagnostics.DuplicateArticle(SourcePlace.StartOf(article.File), wanted, key));
        return key;
    }

    private static IEnumerable<KeyValuePair<string, Value>> GetProperties(AnnotatedArticle article, string key)
    {
        var metadata = article.Metadata;
        yield return new("key", Value.FromString(key));
        yield return new("title", Value.FromString(metadata.Title ?? key));
        yield return new("published", Value.FromDate(metadata.Published));
        yield return new("source", Value.FromString(metadata.Source));
        yield return new("language", Value.FromString(metadata.Language));
        yield return new("url", Value.FromString(metadata.Url));
        if (!article.Notes.IsEmpty)
            yield return new("notes", Value.FromList([.. article.Notes.Select(note => Value.FromString(note.Text))]));
    }
}
