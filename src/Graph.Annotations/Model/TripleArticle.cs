namespace Graph.Annotations;

/// <summary>
/// A text that says triples of a knowledge base, as WebNLG has them: <c>Aarhus_Airport | cityServed | "Aarhus, Denmark"</c>. Names are
/// mentioned where the text has their words; those that it writes otherwise are entities of the article without a mention.
/// </summary>
internal static class TripleArticle
{
    private static readonly char[] Blanks = ['_', ' '];

    public static AnnotatedArticle Create(
        AnnotationFile file,
        ArticleMetadata metadata,
        string text,
        IEnumerable<(string Subject, string Property, string Object)> triples,
        SourcePlace place)
    {
        var relations = triples.Select((triple, index) => new RelationAnnotation(
            $"r{index + 1}",
            triple.Property.Trim(),
            new EntityArgument(Clean(triple.Subject), place),
            new EntityArgument(Clean(triple.Object), place),
            place)).ToImmutableArray();
        var names = relations.SelectMany(relation => new[] { relation.Source, relation.Target }).OfType<EntityArgument>()
            .Select(end => end.Id).Distinct(StringComparer.Ordinal).ToList();
        return new AnnotatedArticle(metadata, text)
        {
            File = file,
            Place = FilePlace.From(place),
            Entities = [.. names.Select(name => new EntityDescription(name, "", [ToWords(name)], place))],
            Mentions = [.. FindMentions(text, names, place)],
            Relations = relations,
        };
    }

    /// <summary>The longest names first, so that no name is found within another.</summary>
    private static IEnumerable<Mention> FindMentions(string text, List<string> names, SourcePlace place)
    {
        var taken = new List<TextSpan>();
        foreach (var name in names.OrderByDescending(name => name.Length))
        {
            var words = ToWords(name);
            var start = WordFinder.Find(text, words, isTaken: span => taken.Exists(span.Overlaps));
            if (start < 0)
                continue;
            taken.Add(new TextSpan(start, words.Length));
            yield return new Mention($"m{taken.Count}", [""], [taken[^1]], place) { EntityId = name };
        }
    }

    /// <summary>Without the quotes of a literal, its language and its type.</summary>
    private static string Clean(string name)
    {
        name = name.Trim();
        return name.StartsWith('"') && name.LastIndexOf('"') is > 0 and var end ? name[1..end].Trim() : name;
    }

    private static string ToWords(string name) => string.Join(' ', name.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
}
