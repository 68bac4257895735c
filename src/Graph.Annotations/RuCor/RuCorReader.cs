namespace Graph.Annotations;

/// <summary>The rows of one text to its article.</summary>
internal sealed class RuCorReader(AnnotationFile textFile, ReadingLog log)
{
    private readonly string text = textFile.ReadText(log).Text;

    public AnnotatedArticle Read(IReadOnlyList<TabRow> rows)
    {
        var mentions = RecordedMentions.PlaceAll(text, OffsetUnit.CodePoints, [.. rows.Select(ToMention)], log);
        var byId = RecordedMentions.IndexById(mentions);
        var chains = rows.Where(row => byId.ContainsKey(row[RuCorTable.Group]))
            .GroupBy(row => row[RuCorTable.Chain], row => byId[row[RuCorTable.Group]], StringComparer.Ordinal)
            .Select(chain => CoreferenceChain.Create(chain.Key, chain, mentions));
        return new AnnotatedArticle(new ArticleMetadata(), text)
        {
            File = textFile,
            Mentions = [.. mentions.Select(mention => mention with { Form = FindForm(mention) })],
            Chains = [.. chains],
        };
    }

    private static RecordedMention ToMention(TabRow row)
    {
        var start = row.GetNumber(RuCorTable.Start) ?? -1;
        return new RecordedMention(
            row[RuCorTable.Group], [""], [new RecordedSpan(start, start + (row.GetNumber(RuCorTable.Length) ?? -1), null)],
            row[RuCorTable.Words] is { Length: > 0 } words ? words : null, row.Place)
        {
            // ref:def|str:noun|type:coref
            Properties =
            [
                .. row[RuCorTable.Attributes].Split('|').Select(field => field.Split(':', 2)).Where(field => field is [_, { Length: > 0 }])
                    .DistinctBy(field => field[0]).Select(field => KeyValuePair.Create(field[0], Value.FromString(field[1]))),
            ],
        };
    }

    private static MentionForm FindForm(Mention mention) =>
        mention.Properties.FirstOrDefault(property => property.Key == "str") is { Key: not null } property
            && property.Value.AsString() is "pron" or "refl" or "poss" or "rel" or "dem"
                ? MentionForm.Pronoun
                : MentionForm.Unknown;
}
