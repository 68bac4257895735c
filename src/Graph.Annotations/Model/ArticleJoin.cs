namespace Graph.Annotations;

/// <summary>Puts the parts of a document, each read as an article, into one: their texts follow each other, a line end between.</summary>
internal static class ArticleJoin
{
    public static AnnotatedArticle Join(IReadOnlyList<AnnotatedArticle> articles, ArticleMetadata metadata)
    {
        var parts = new List<Part>();
        var (start, mentions, events) = (0, 0, 0);
        foreach (var article in articles)
        {
            parts.Add(new Part(article, $"{parts.Count + 1}.", start, mentions, events));
            start += article.Text.Length + 1;
            mentions += article.Mentions.Length;
            events += article.Events.Length;
        }

        return new AnnotatedArticle(metadata, string.Join('\n', articles.Select(article => article.Text)))
        {
            File = articles[0].File,
            Mentions = [.. parts.SelectMany(part => part.Mentions)],
            Relations = [.. parts.SelectMany(part => part.Relations)],
            Events = [.. parts.SelectMany(part => part.Events)],
            Chains = [.. parts.SelectMany(part => part.Chains)],
            Entities = [.. articles.SelectMany(article => article.Entities)],
            Notes = [.. parts.SelectMany(part => part.Notes)],
        };
    }

    /// <summary>One part with what stands before it: characters, mentions and events.</summary>
    private sealed record Part(AnnotatedArticle Article, string Prefix, int Start, int MentionCount, int EventCount)
    {
        public IEnumerable<Mention> Mentions => Article.Mentions.Select(mention => mention with
        {
            Id = Prefix + mention.Id,
            Fragments = Move(mention.Fragments),
            SameAs = mention.SameAs + MentionCount,
        });

        public IEnumerable<RelationAnnotation> Relations => Article.Relations.Select(relation => relation with
        {
            Id = Prefix + relation.Id,
            Source = Move(relation.Source),
            Target = Move(relation.Target),
            Fragments = Move(relation.Fragments),
            Status = Move(relation.Status),
        });

        public IEnumerable<EventAnnotation> Events => Article.Events.Select(happening => happening with
        {
            Id = Prefix + happening.Id,
            Trigger = happening.Trigger + MentionCount,
            Participants = [.. happening.Participants.Select(participant => participant with
            {
                Argument = Move(participant.Argument),
                Span = Move(participant.Span),
            })],
            Fragments = Move(happening.Fragments),
            Repeated = Move(happening.Repeated),
            Status = Move(happening.Status),
        });

        public IEnumerable<CoreferenceChain> Chains => Article.Chains.Select(chain => chain with
        {
            Id = Prefix + chain.Id,
            Mentions = [.. chain.Mentions.Select(mention => mention + MentionCount)],
        });

        public IEnumerable<ArticleNote> Notes => Article.Notes.Select(note => note with
        {
            Target = note.Target is null ? null : Prefix + note.Target,
            Span = Move(note.Span),
        });

        private ImmutableArray<TextSpan> Move(ImmutableArray<TextSpan> spans) =>
            spans.IsDefaultOrEmpty ? spans : [.. spans.Select(span => new TextSpan(span.Start + Start, span.Length))];

        private TextSpan? Move(TextSpan? span) => span is { } own ? new TextSpan(own.Start + Start, own.Length) : null;

        private Argument Move(Argument argument) => argument switch
        {
            MentionArgument mention => new MentionArgument(mention.Index + MentionCount),
            EventArgument happening => new EventArgument(happening.Index + EventCount),
            _ => argument,
        };

        private FactStatus Move(FactStatus status) =>
            status.ClaimedBy is { } claimant ? status with { ClaimedBy = Move(claimant) } : status;
    }
}
