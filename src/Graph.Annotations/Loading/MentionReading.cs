namespace Graph.Annotations;

/// <summary>What formats have in common in what they say of a mention: links to nothing, and whether it is a name.</summary>
internal static class MentionReading
{
    private static readonly string[] FormProperties =
    [
        "mention_type", "mentionType", "mention_level", "mentionLevel", "mtype", "level", "syntactic_type", "noun_type", "LDCTYPE",
    ];

    public static AnnotatedArticle Complete(AnnotatedArticle article, ReadingLog log)
    {
        // Most articles have nothing of the kind.
        if (!article.Mentions.Any(mention => HasEmptyLink(mention) || FindForm(mention) is not null || LinkFields.IsIn(mention)))
            return article;

        return article with { Mentions = [.. article.Mentions.Select(mention => Complete(mention, log))] };
    }

    private static Mention Complete(Mention mention, ReadingLog log)
    {
        mention = LinkFields.Take(mention with { Form = FindForm(mention) ?? mention.Form });
        if (!HasEmptyLink(mention))
            return mention;

        log.Count("links to nothing");
        var links = mention.Links.RemoveAll(link => EntityLink.IsNothing(link.Id));
        var entityId = mention.EntityId is { } id && IsNothing(id) ? null : mention.EntityId;
        return mention with
        {
            Links = links,
            EntityId = entityId,
            // What an export writes beside such a link is no name either.
            EntityLabel = links.IsEmpty && entityId is null ? null : mention.EntityLabel,
        };
    }

    /// <summary>Graph's own keys are a label and a name, and <c>Punct:-</c> is not nothing.</summary>
    private static bool IsNothing(string entityId) =>
        (!entityId.Contains(':') || entityId.Contains("://", StringComparison.Ordinal)) && EntityLink.IsNothing(entityId);

    private static bool HasEmptyLink(Mention mention)
    {
        if (mention.EntityId is { } id && IsNothing(id))
            return true;

        foreach (var link in mention.Links)
        {
            if (EntityLink.IsNothing(link.Id))
                return true;
        }

        return false;
    }

    /// <summary>The levels of ACE: a name, a nominal, a pronoun.</summary>
    private static MentionForm? FindForm(Mention mention)
    {
        foreach (var (key, value) in mention.Properties)
        {
            if (value.Kind != ValueKind.String || !FormProperties.Contains(key))
                continue;

            switch (value.AsString().ToUpperInvariant())
            {
                case "NAM" or "NAME" or "NAMED" or "PROPER":
                    return MentionForm.Name;
                case "NOM" or "NOMINAL" or "NML":
                    return MentionForm.Description;
                case "PRO" or "PRONOUN" or "PRONOMINAL" or "PRN":
                    return MentionForm.Pronoun;
            }
        }

        return null;
    }
}
