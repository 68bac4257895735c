namespace Graph.Annotations;

/// <summary>What tells one thing apart before any rule has joined it with another.</summary>
/// <param name="Rule">The rule by which mentions came together here; null for mentions that only share a surface in one article.</param>
/// <param name="Text">The id, the link, or a surface.</param>
internal sealed record IdentityMember(IdentityRule? Rule, string Text, int Article)
{
    public bool IsIdentified => Rule is IdentityRule.Id or IdentityRule.Link;
}

/// <summary>
/// Disjoint sets of members. A join is refused where both sides are known to be different things: different ids, or different
/// items of one knowledge base. Every join and every refusal keeps its rule.
/// </summary>
internal sealed class IdentityPool
{
    private readonly List<IdentityMember> members = [];
    private readonly List<int> parents = [];
    private readonly List<ImmutableArray<string>> ids = [];
    private readonly List<ImmutableArray<EntityLink>> links = [];
    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);
    private readonly List<(int Member, IdentityJoin Join)> joins = [];
    private readonly List<IdentityConflict> conflicts = [];
    private readonly HashSet<IdentityConflict> seenConflicts = [];

    public int Count => members.Count;

    public IdentityMember this[int member] => members[member];

    public IReadOnlyList<(int Member, IdentityJoin Join)> Joins => joins;

    public IReadOnlyList<IdentityConflict> Conflicts => conflicts;

    public int GetOrAddId(string id) => byKey.TryGetValue($"#{id}", out var known)
        ? known
        : byKey[$"#{id}"] = Add(new IdentityMember(IdentityRule.Id, id, -1), [id], []);

    /// <summary>The member of an id that is known to be that of another member; where both were there, they are joined.</summary>
    public int GetOrAddId(string id, int same)
    {
        if (!byKey.TryGetValue($"#{id}", out var known))
            return byKey[$"#{id}"] = same;
        JoinSame(known, same, id);
        return known;
    }

    public int GetOrAddLink(EntityLink link) => byKey.TryGetValue(link.Key, out var known)
        ? known
        : byKey[link.Key] = Add(new IdentityMember(IdentityRule.Link, link.Key, -1), [], [link]);

    /// <summary>The member of an id, or -1 where nothing has it.</summary>
    public int FindId(string id) => byKey.GetValueOrDefault($"#{id}", -1);

    public IEnumerable<string> Ids => members.Where(member => member.Rule == IdentityRule.Id).Select(member => member.Text);

    public int AddUnidentified(IdentityRule? rule, string text, int article) => Add(new IdentityMember(rule, text, article), [], []);

    /// <summary>The member that stands for the set.</summary>
    public int Find(int member)
    {
        while (parents[member] != member)
            member = parents[member] = parents[parents[member]];
        return member;
    }

    public ImmutableArray<string> GetIds(int member) => ids[Find(member)];

    public ImmutableArray<EntityLink> GetLinks(int member) => links[Find(member)];

    public bool IsIdentified(int member) => !(GetIds(member).IsEmpty && GetLinks(member).IsEmpty);

    public bool AreCompatible(int left, int right)
    {
        var (leftIds, rightIds) = (GetIds(left), GetIds(right));
        if (!leftIds.IsEmpty && !rightIds.IsEmpty && !leftIds.Intersect(rightIds, StringComparer.Ordinal).Any())
            return false;
        return HaveCompatibleLinks(left, right);
    }

    /// <summary>Joins two sets; false where they are known to be different, which is kept as a conflict.</summary>
    public bool Join(int left, int right, IdentityRule rule, string because)
    {
        var (leftRoot, rightRoot) = (Find(left), Find(right));
        if (leftRoot == rightRoot)
            return true;

        // A link may well say that two ids are one thing; every other rule must not.
        if (!(rule == IdentityRule.Link ? HaveCompatibleLinks(left, right) : AreCompatible(left, right)))
        {
            var conflict = new IdentityConflict(rule, members[left].Text, members[right].Text, because);
            if (seenConflicts.Add(conflict))
                conflicts.Add(conflict);
            return false;
        }

        Unite(left, right, rule, because);
        return true;
    }

    private void JoinSame(int left, int right, string id)
    {
        if (Find(left) != Find(right) && HaveCompatibleLinks(left, right))
            Unite(left, right, IdentityRule.Id, id);
    }

    private void Unite(int left, int right, IdentityRule rule, string because)
    {
        var (leftRoot, rightRoot) = (Find(left), Find(right));
        var (root, other) = leftRoot < rightRoot ? (leftRoot, rightRoot) : (rightRoot, leftRoot);
        parents[other] = root;
        ids[root] = ids[root].AddRange(ids[other]);
        links[root] = links[root].AddRange(links[other]);
        joins.Add((left, new IdentityJoin(rule, members[left].Text, members[right].Text, because)));
    }

    private bool HaveCompatibleLinks(int left, int right)
    {
        foreach (var link in GetLinks(left))
        {
            var others = GetLinks(right).Where(other => other.Authority == link.Authority).ToList();
            if (others.Count > 0 && others.All(other => other.Id != link.Id))
                return false;
        }

        return true;
    }

    private int Add(IdentityMember member, ImmutableArray<string> memberIds, ImmutableArray<EntityLink> memberLinks)
    {
        members.Add(member);
        parents.Add(parents.Count);
        ids.Add(memberIds);
        links.Add(memberLinks);
        return members.Count - 1;
    }
}
