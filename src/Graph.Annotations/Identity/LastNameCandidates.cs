namespace Graph.Annotations;

/// <summary>A person mentioned by one word, and the people of the same article whose name ends in that word.</summary>
internal sealed record LastNameCandidates(int Short, string LastName, IReadOnlyList<int> Full)
{
    public static IEnumerable<LastNameCandidates> Find(AnnotatedArticle article, int[] members, LabelMapping mapping, SurfaceTable surfaces)
    {
        var fullNames = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var shortNames = new SortedDictionary<int, string>();
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i] < 0 || !mapping.IsPerson(article.Mentions[i].Type))
                continue;

            var surface = SurfaceText.Get(article.Text, article.Mentions[i]);
            var folded = surfaces.Fold(surface);
            var key = new SurfaceKey(members[i], article.Mentions[i].Type, surface, article.Metadata.Language, article.Mentions[i].Form);
            if (NameForms.Find(key, folded, isChained: true) != MentionForm.Name)
                continue;

            var blank = folded.LastIndexOf(' ');
            if (blank < 0)
                shortNames.TryAdd(members[i], folded);
            else if (!fullNames.TryGetValue(folded[(blank + 1)..], out var list))
                fullNames.Add(folded[(blank + 1)..], [members[i]]);
            else
                list.Add(members[i]);
        }

        foreach (var (member, name) in shortNames)
        {
            if (fullNames.TryGetValue(name, out var full))
                yield return new LastNameCandidates(member, name, full);
        }
    }
}
