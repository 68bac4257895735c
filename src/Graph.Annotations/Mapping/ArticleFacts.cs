namespace Graph.Annotations;

/// <summary>
/// The relations and events of one article with their ends as members of the identity pool, their spans, and who claims them.
/// </summary>
internal sealed class ArticleFacts(
    AnnotatedArticle article,
    int handle,
    string key,
    int[] members,
    int firstEvent,
    IdentityRegister identities,
    LabelMapping mapping,
    IdentityRules rules,
    ReadingLog log)
{
    private readonly Dictionary<int, int> eventsByTrigger = FindTriggers(article);
    private readonly Argument?[] claimants = Attribution.Find(article);

    public void AddTo(List<PendingRelation> relations, List<PendingEvent> events)
    {
        foreach (var relation in article.Relations)
        {
            if (Resolve(relation.Source) is { } source && Resolve(relation.Target) is { } target)
                AddRelation(relation, source, target, relations);
        }

        for (var i = 0; i < article.Events.Length; i++)
            events.Add(ToPending(article.Events[i], i));
    }

    private void AddRelation(RelationAnnotation relation, EndPoint source, EndPoint target, List<PendingRelation> relations)
    {
        if (relation.IsCoreference && !source.IsEvent && !target.IsEvent)
        {
            identities.NoteSynonyms(source.Index, target.Index, rules, $"{article.File.DisplayPath}, {relation.Type} {relation.Id}");
            log.Count("relations that join mentions");
            return;
        }

        var fragments = relation.Fragments.IsEmpty ? [GetCover(relation.Source, relation.Target)] : relation.Fragments;
        relations.Add(new PendingRelation(
            mapping.MapRelation(relation.Type), source, target, handle, fragments, relation.Status,
                ResolveClaimant(relation.Status.ClaimedBy),
            relation.Properties, FilePlace.From(relation.Place)));
    }

    private PendingEvent ToPending(EventAnnotation annotation, int index)
    {
        var roles = ImmutableArray.CreateBuilder<PendingRole>(annotation.Participants.Length);
        foreach (var participant in annotation.Participants)
        {
            if (Resolve(participant.Argument) is { } target)
                roles.Add(new PendingRole(mapping.MapRelation(participant.Role), target, [GetRoleSpan(annotation, participant)],
                    participant.Properties));
        }

        var fragments = annotation.Fragments.IsEmpty ? [GetCover([.. annotation.Participants.Select(participant => participant.Argument)])]
            : annotation.Fragments;
        var claimant = annotation.Status.ClaimedBy ?? claimants[index];
        return new PendingEvent(
            $"{key}/{annotation.Id}", mapping.MapType(annotation.Type), handle, fragments, annotation.Repeated, annotation.Status,
            ResolveClaimant(claimant), annotation.Properties, roles.ToImmutable(), FilePlace.From(annotation.Place));
    }

    private EndPoint? Resolve(Argument argument)
    {
        switch (argument)
        {
            case EventArgument { Index: var index }:
                return EndPoint.Event(firstEvent + index);
            case MentionArgument { Index: var index } when members[index] >= 0:
                return EndPoint.Member(members[index]);
            case MentionArgument { Index: var index } when eventsByTrigger.TryGetValue(index, out var told):
                return EndPoint.Event(firstEvent + told);
            case EntityArgument entity:
                return ResolveEntity(entity);
            default:
                return null;
        }
    }

    /// <summary>The id may be that of an entity that a later article mentions, so it is only asked for at the end.</summary>
    private EndPoint ResolveEntity(EntityArgument entity)
    {
        identities.NoteUse(entity);
        return EndPoint.Member(identities.Pool.GetOrAddId(entity.Id));
    }

    private EndPoint? ResolveClaimant(Argument? claimant) => claimant is null ? null : Resolve(claimant);

    private TextSpan GetRoleSpan(EventAnnotation annotation, Participant participant)
    {
        if (participant.Span is { } own)
            return own;

        var span = GetSpan(participant.Argument);
        if (annotation.Fragments.IsEmpty)
            return span ?? GetCover(participant.Argument);

        var told = TextSpan.FromBounds(annotation.Fragments[0].Start, annotation.Fragments[^1].End);
        return span is { } other ? told.Cover(other) : told;
    }

    /// <summary>From the first argument to the last; the whole text where no argument stands in it.</summary>
    private TextSpan GetCover(params ReadOnlySpan<Argument> arguments)
    {
        TextSpan? cover = null;
        foreach (var argument in arguments)
        {
            if (GetSpan(argument) is { } span)
                cover = cover?.Cover(span) ?? span;
        }

        return cover ?? new TextSpan(0, article.Text.Length);
    }

    private TextSpan? GetSpan(Argument argument) => argument switch
    {
        MentionArgument { Index: var index } => article.Mentions[index].Span,
        EventArgument { Index: var index } when !article.Events[index].Fragments.IsEmpty =>
            TextSpan.FromBounds(article.Events[index].Fragments[0].Start, article.Events[index].Fragments[^1].End),
        EntityArgument entity => article.Mentions.FirstOrDefault(mention => mention.EntityId == entity.Id)?.Span,
        _ => null,
    };

    private static Dictionary<int, int> FindTriggers(AnnotatedArticle article)
    {
        var result = new Dictionary<int, int>();
        for (var i = 0; i < article.Events.Length; i++)
        {
            if (article.Events[i].Trigger is { } trigger)
                result.TryAdd(trigger, i);
        }

        return result;
    }
}
