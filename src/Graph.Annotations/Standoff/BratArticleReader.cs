namespace Graph.Annotations;

/// <summary>Puts the lines of one document together: first what others refer to, then the facts, then what is said about both.</summary>
internal sealed class BratArticleReader(AnnotationFile file, string text, BratConfiguration configuration, ReadingLog log)
{
    private TextOffsets offsets = new(text);
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> mentionIndexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> eventIndexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> relationIndexes = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly List<RelationAnnotation> relations = [];
    private readonly List<EventAnnotation> events = [];
    private readonly List<CoreferenceChain> chains = [];
    private readonly List<ArticleNote> notes = [];

    public AnnotatedArticle Read(IReadOnlyList<BratLine> lines)
    {
        var unique = lines.Where(IsUnique).ToList();
        ChooseCounting(unique);
        foreach (var line in unique.OfType<BratTextBound>())
            AddMention(line);
        var readable = unique.OfType<BratEvent>().Where(IsReadable).ToList();
        foreach (var line in readable)
            eventIndexes.Add(line.Id, eventIndexes.Count);
        foreach (var line in readable)
            AddEvent(line);
        foreach (var line in unique.OfType<BratRelation>())
            AddRelation(line);
        foreach (var line in unique)
            AddStatement(line);

        return new AnnotatedArticle(new ArticleMetadata(), text)
        {
            File = file,
            Mentions = [.. mentions],
            Relations = [.. relations],
            Events = [.. events],
            Chains = [.. chains],
            Notes = [.. notes],
        };
    }

    /// <summary>What the offsets count is what fits the recorded words best; said once of a file where it is not code points.</summary>
    private void ChooseCounting(List<BratLine> lines)
    {
        var words = lines.Select(line => line is BratConcept concept ? concept.Words : line as BratTextBound)
            .OfType<BratTextBound>()
            .ToList();
        var spans = words.Where(line => line.Fragments.Length == 1)
            .Select(line => new RecordedSpan(line.Fragments[0].Start, line.Fragments[0].End, line.Text)).ToList();
        var usual = offsets.Counting;
        offsets = TextOffsets.Choose(text, usual, spans);
        if (offsets.Counting != usual)
            log.Report(OffsetDiagnostics.OtherCounting(words[0].Place, offsets.Counting));
    }

    private bool IsUnique(BratLine line)
    {
        if (line is BratEquivalence || ids.Add(line.Id))
            return true;

        log.ReportMalformed(ReadingDiagnostics.DuplicateId(line.Place, line.Id));
        return false;
    }

    private void AddMention(BratTextBound line)
    {
        var fragments = ImmutableArray.CreateBuilder<TextSpan>(line.Fragments.Length);
        foreach (var (start, end) in line.Fragments)
        {
            if (!offsets.TryGetSpan(start, end, out var span))
            {
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(line.Place, start, end, offsets.Length));
                return;
            }

            fragments.Add(span);
        }

        fragments.Sort((left, right) => left.Start.CompareTo(right.Start));
        mentionIndexes.Add(line.Id, mentions.Count);
        mentions.Add(new Mention(line.Id, [line.Type], fragments.ToImmutable(), line.Place)
        {
            // brat writes line ends inside a mention as blanks, and joins the parts of a discontinuous one by a blank.
            RecordedSurface = log.CheckSurface(line.Place, line.Text, Surfaces.Join(text, fragments)),
        });
    }

    private bool IsReadable(BratEvent line)
    {
        if (mentionIndexes.TryGetValue(line.Trigger, out var trigger))
        {
            mentions[trigger] = mentions[trigger] with { Kind = MentionKind.Trigger };
            return true;
        }

        ReportUnknown(line, line.Trigger);
        return false;
    }

    private void AddEvent(BratEvent line)
    {
        var trigger = mentionIndexes[line.Trigger];
        var participants = ImmutableArray.CreateBuilder<Participant>(line.Arguments.Length);
        foreach (var (role, target) in line.Arguments)
        {
            if (FindArgument(target) is { } argument)
                participants.Add(new Participant(configuration.GetRole(role), argument));
            else
                ReportUnknown(line, target);
        }

        events.Add(new EventAnnotation(line.Id, line.Type, trigger, participants.ToImmutable(), line.Place)
        {
            Fragments = mentions[trigger].Fragments,
        });
    }

    /// <summary>What is said about mentions and facts, which may stand before them.</summary>
    private void AddStatement(BratLine line)
    {
        switch (line)
        {
            case BratConcept concept:
                AddConcept(concept);
                break;
            case BratNormalization normalization:
                AddLink(normalization);
                break;
            case BratEquivalence equivalence:
                AddChain(equivalence);
                break;
            case BratAttribute attribute:
                AddAttribute(attribute);
                break;
            case BratNote note:
                notes.Add(new ArticleNote(note.Text, note.Target));
                break;
        }
    }

    /// <summary>One code is a link of the mention of the same words; several are a property, as one of them holds.</summary>
    private void AddConcept(BratConcept line)
    {
        var before = mentions.Count;
        AddMention(line.Words with { Id = line.Id });
        if (mentions.Count == before)
            return;
        var own = mentions[^1];
        var index = mentions.FindIndex(mention => mention.Fragments.AsSpan().SequenceEqual(own.Fragments.AsSpan()));
        if (index == before)
            return;

        mentions.RemoveAt(before);
        mentionIndexes.Remove(line.Id);
        mentions[index] = BratConcepts.Add(mentions[index], line.Terminology, line.Words.Type);
    }

    private void AddRelation(BratRelation line)
    {
        var isReversed = line.Arguments[1].Role == configuration.GetFirstArgument(line.Type);
        var (first, second) = isReversed ? (line.Arguments[1], line.Arguments[0]) : (line.Arguments[0], line.Arguments[1]);
        var source = FindArgument(first.Target);
        var target = FindArgument(second.Target);
        if (source is null || target is null)
        {
            ReportUnknown(line, source is null ? first.Target : second.Target);
            return;
        }

        relationIndexes.Add(line.Id, relations.Count);
        relations.Add(new RelationAnnotation(line.Id, line.Type, source, target, line.Place));
    }

    /// <summary><c>local:x</c> names an entity of the project itself; any other resource is a link.</summary>
    private void AddLink(BratNormalization line)
    {
        if (!mentionIndexes.TryGetValue(line.Target, out var index))
        {
            ReportUnknown(line, line.Target);
            return;
        }

        var authority = line.Resource.ToLowerInvariant();
        var mention = mentions[index];
        mentions[index] = mention with
        {
            EntityId = authority == "local" ? mention.EntityId ?? line.ResourceId : mention.EntityId,
            EntityLabel = mention.EntityLabel ?? (line.Label.Length > 0 && line.Label != line.ResourceId ? line.Label : null),
            Links = authority == "local" ? mention.Links : mention.Links.Add(new EntityLink(authority, line.ResourceId)),
        };
    }

    private void AddChain(BratEquivalence line)
    {
        var members = ImmutableArray.CreateBuilder<int>(line.Members.Length);
        foreach (var member in line.Members)
        {
            if (mentionIndexes.TryGetValue(member, out var index))
                members.Add(index);
            else
                ReportUnknown(line, member);
        }

        if (members.Count > 1)
            chains.Add(new CoreferenceChain($"{line.Type} {chains.Count + 1}", members.ToImmutable(), line.Place, IsTransitive: true));
    }

    private void AddAttribute(BratAttribute line)
    {
        if (relationIndexes.TryGetValue(line.Target, out var relation))
            relations[relation] = BratAttributes.Apply(relations[relation], line);
        else if (eventIndexes.TryGetValue(line.Target, out var @event))
            events[@event] = BratAttributes.Apply(events[@event], line);
        else if (mentionIndexes.TryGetValue(line.Target, out var mention))
            mentions[mention] = mentions[mention] with { Properties = mentions[mention].Properties.Add(BratAttributes.ToProperty(line)) };
        else
            ReportUnknown(line, line.Target);
    }

    private Argument? FindArgument(string id) =>
        mentionIndexes.TryGetValue(id, out var mention) ? new MentionArgument(mention)
        : eventIndexes.TryGetValue(id, out var @event) ? new EventArgument(@event)
        : null;

    private void ReportUnknown(BratLine line, string id) => log.ReportMalformed(ReadingDiagnostics.UnknownReference(line.Place, id));
}
