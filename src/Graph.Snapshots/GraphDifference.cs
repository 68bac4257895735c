namespace Graph.Snapshots;

public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>Something that two graphs do not share.</summary>
/// <param name="Subject"><c>entity</c>, <c>fact</c>, <c>mention</c> or <c>join</c>.</param>
/// <param name="Before">What the first graph has; null where it has nothing.</param>
/// <param name="After">What the second graph has; null where it has nothing.</param>
/// <param name="Sentence">The sentence that says it, with its article; null without one.</param>
public sealed record GraphChange(ChangeKind Kind, string Subject, string? Before, string? After, string? Sentence);

/// <summary>
/// What is added, removed and changed from one graph to another, whatever ids either has. An entity is the same by label and key; a fact by
/// its relation type, its ends and its article; a mention by its place in the article. A place that both mention as another entity is a
/// join.
/// </summary>
public static class GraphDifference
{
    /// <summary>Entities, then facts, mentions and joins, each in the order of their texts.</summary>
    public static ImmutableArray<GraphChange> Find(GraphStore before, GraphStore after)
    {
        var (left, right) = (GraphContent.Read(before), GraphContent.Read(after));
        return
        [
            .. Sort(CompareEntities(left.Entities, right.Entities)),
            .. Sort(CompareFacts(left.Facts, right.Facts)),
            .. Sort(CompareMentions(left.Mentions, right.Mentions)),
        ];
    }

    private static IEnumerable<GraphChange> Sort(IEnumerable<GraphChange> changes) => changes
        .OrderByDescending(change => change.Subject, StringComparer.Ordinal)
        .ThenBy(change => change.Before ?? change.After, StringComparer.Ordinal)
        .ThenBy(change => change.Sentence, StringComparer.Ordinal);

    private static IEnumerable<GraphChange> CompareEntities(ILookup<string, string> before, ILookup<string, string> after)
    {
        foreach (var key in before.Select(group => group.Key).Union(after.Select(group => group.Key)))
        {
            var (gone, come) = Subtract(before[key], after[key], text => text);
            foreach (var (old, @new) in Pair(gone, come, (_, _) => true))
                yield return Create("entity", old, @new, sentence: null);
        }
    }

    private static IEnumerable<GraphChange> CompareFacts(ILookup<string, FactContent> before, ILookup<string, FactContent> after)
    {
        foreach (var key in before.Select(group => group.Key).Union(after.Select(group => group.Key)))
        {
            var (gone, come) = Subtract(before[key], after[key], fact => (fact.Text, fact.Article, fact.Sentence));
            foreach (var (old, @new) in Pair(gone, come, (left, right) => left.Article == right.Article))
                yield return Create("fact", old?.Text, @new?.Text, Cite(old, @new));
        }
    }

    private static string? Cite(FactContent? old, FactContent? @new)
    {
        if (old is not null && @new is not null && old.Sentence != @new.Sentence)
            return $"{old.Cited} => {@new.Cited}";
        return (@new ?? old)!.Cited;
    }

    private static IEnumerable<GraphChange> CompareMentions(ILookup<string, MentionContent> before, ILookup<string, MentionContent> after)
    {
        foreach (var place in before.Select(group => group.Key).Union(after.Select(group => group.Key)))
        {
            var (gone, come) = Subtract(before[place], after[place], mention => mention.Entity);
            foreach (var (old, @new) in Pair(gone, come, (_, _) => true))
            {
                var mention = (@new ?? old)!;
                yield return Create(old is not null && @new is not null ? "join" : "mention", old?.Text, @new?.Text, mention.Cited);
            }
        }
    }

    private static GraphChange Create(string subject, string? before, string? after, string? sentence)
    {
        var kind = before is null ? ChangeKind.Added : after is null ? ChangeKind.Removed : ChangeKind.Changed;
        return new GraphChange(kind, subject, before, after, sentence);
    }

    /// <summary>What each side has that the other has not, counting equal things.</summary>
    private static (List<T> Gone, List<T> Come) Subtract<T, TKey>(IEnumerable<T> before, IEnumerable<T> after, Func<T, TKey> identify)
    {
        var come = after.ToList();
        var gone = new List<T>();
        foreach (var item in before)
        {
            var match = come.FindIndex(other => Equals(identify(item), identify(other)));
            if (match < 0)
                gone.Add(item);
            else
                come.RemoveAt(match);
        }

        return (gone, come);
    }

    /// <summary>What is gone with what has come in its place; either is null where there is no other.</summary>
    private static IEnumerable<(T? Old, T? New)> Pair<T>(List<T> gone, List<T> come, Func<T, T, bool> belong)
        where T : class
    {
        var rest = new List<T>(come);
        foreach (var old in gone)
        {
            var match = rest.FindIndex(other => belong(old, other));
            yield return (old, match < 0 ? null : rest[match]);
            if (match >= 0)
                rest.RemoveAt(match);
        }

        foreach (var @new in rest)
            yield return (null, @new);
    }
}
