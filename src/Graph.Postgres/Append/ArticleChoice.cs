using System.Security.Cryptography;

namespace Graph.Postgres;

/// <summary>Which articles are appended, which are there, and which cannot be taken.</summary>
/// <param name="Taken">In their order, with what none before them brings.</param>
/// <param name="Rest">What no article says, and what known ones say; some of it may be there.</param>
/// <param name="Completed">Nodes that are there, of which something is said that is taken.</param>
internal sealed record ArticleChoice(
    IReadOnlyList<AppendUnit> Taken, int Known, AppendUnit Rest, ImmutableArray<int> Completed, ImmutableArray<RefusedArticle> Refused)
{
    public static ArticleChoice Create(GraphStore store, AppendPlan plan, NodeMatch match, HeldNodes held)
    {
        var (taken, refused, known) = (new List<AppendUnit>(), new List<RefusedArticle>(), new List<AppendUnit>());
        foreach (var unit in plan.Articles)
        {
            if (FindRefusal(unit, plan, match) is { } reason)
                refused.Add(new RefusedArticle(KeyOf(store, unit), reason));
            else
                (match.IsNew(unit.Article!.Value) ? taken : known).Add(unit);
        }

        var changed = FindChanged(store, known, match, held);
        refused.AddRange(changed);
        DealNodes(taken, plan, match);
        var same = known.Where(unit => !changed.Exists(article => article.Key == KeyOf(store, unit))).ToList();
        var rest = FindRest(store, plan, match, taken, same, refused);
        var spoken = taken.Concat(same).SelectMany(plan.ListTouched).ToHashSet();
        return new ArticleChoice(
            taken, known.Count - changed.Count, rest, [.. match.Joined.Where(node => spoken.Contains(node) || !plan.IsStated(node))],
            [.. refused]);
    }

    /// <summary>
    /// What no article says, and what known ones say, as an end that they name may have come later; less what cannot be joined, with the
    /// nodes that nothing before brings.
    /// </summary>
    private static AppendUnit FindRest(
        GraphStore store, AppendPlan plan, NodeMatch match, List<AppendUnit> taken, List<AppendUnit> known, List<RefusedArticle> refused)
    {
        var rest = new AppendUnit(null);
        var brought = taken.SelectMany(unit => unit.Nodes).ToHashSet();
        foreach (var relation in plan.Rest.Relations.Concat(
            known.SelectMany(unit => unit.Relations).Where(relation => !IsMention(store, relation))))
        {
            var ends = plan.ListEnds(relation);
            if (ends.Select(match.GetRefusal).FirstOrDefault(reason => reason is not null) is { } reason)
            {
                refused.Add(new RefusedArticle("", $"{reason} ({store.GetEdgeTable(relation).Type})"));
                continue;
            }

            rest.Relations.Add(relation);
            rest.Nodes.AddRange(ends.Where(node => match.IsNew(node) && brought.Add(node)));
        }

        foreach (var node in plan.Rest.Nodes)
        {
            if (match.GetRefusal(node) is { } reason)
                refused.Add(new RefusedArticle("", reason));
            else if (brought.Add(node))
                rest.Nodes.Add(node);
        }

        return rest;
    }

    private static bool IsMention(GraphStore store, int relation) => store.GetEdgeTable(relation).Type == StoreNames.MentionType;

    private static string? FindRefusal(AppendUnit unit, AppendPlan plan, NodeMatch match)
    {
        // What is there already joins nothing.
        if (unit.Article is { } article && !match.IsNew(article))
            return match.GetRefusal(article);
        foreach (var node in plan.ListTouched(unit))
        {
            if (match.GetRefusal(node) is { } reason)
                return reason;
        }

        return unit.Evidence.Any(pair => !match.IsNew(pair.Node)) ? "what it tells of has the key of another article's event there" : null;
    }

    /// <summary>A node comes with the first article that speaks of it.</summary>
    private static void DealNodes(IEnumerable<AppendUnit> taken, AppendPlan plan, NodeMatch match)
    {
        var dealt = new HashSet<int>();
        foreach (var unit in taken)
            unit.Nodes.AddRange([.. plan.ListTouched(unit).Where(node => match.IsNew(node) && dealt.Add(node))]);
    }

    /// <summary>Articles that say something else than what is there under their key.</summary>
    private static List<RefusedArticle> FindChanged(GraphStore store, List<AppendUnit> known, NodeMatch match, HeldNodes held)
    {
        var ids = known.Select(unit => match.Get(unit.Article!.Value)).ToList();
        var texts = held.GetTexts(ids).ToDictionary(pair => pair.Article, pair => pair.Hash);
        var mentions = held.CountMentionsIn(ids).ToDictionary(pair => pair.Article, pair => pair.Count);
        var changed = new List<RefusedArticle>();
        foreach (var unit in known)
        {
            var (article, id) = (unit.Article!.Value, match.Get(unit.Article!.Value));
            var text = texts.GetValueOrDefault(id);
            if (text is not null && !text.AsSpan().SequenceEqual(SHA256.HashData(store.Articles.GetUtf8(article))))
                changed.Add(new RefusedArticle(KeyOf(store, unit), "it is there with another text"));
            else if (mentions.GetValueOrDefault(id) != CountMentions(store, article))
                changed.Add(new RefusedArticle(KeyOf(store, unit), "it is there with other annotations"));
        }

        return changed;
    }

    private static long CountMentions(GraphStore store, int article) =>
        store.FindEdgeTable(StoreNames.MentionType) is { } mentions ? mentions.Outgoing.View.GetRun(article).Count : 0;

    private static string KeyOf(GraphStore store, AppendUnit unit) =>
        ValueText.Format(store.GetNodeProperty(unit.Article!.Value, StoreNames.Key));
}
