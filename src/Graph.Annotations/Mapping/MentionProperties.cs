namespace Graph.Annotations;

/// <summary>What a <c>MENTIONS</c> edge carries beside its span.</summary>
internal static class MentionProperties
{
    /// <summary>Null where there is nothing, as for most mentions.</summary>
    public static MentionDetails? Collect(Mention mention, LabelMapping mapping)
    {
        Properties properties = [];
        if (mention.Confidence is { } confidence)
            properties = properties.Add(new("confidence", Value.FromFloat(confidence)));
        if (mention.Sense is { } sense)
            properties = properties.Add(new("sense", Value.FromString(sense)));
        if (mention.Layer is { } layer)
            properties = properties.Add(new("layer", Value.FromString(layer)));
        if (mention.RecordedSurface is { } surface)
            properties = properties.Add(new("surface", Value.FromString(surface)));

        return properties.IsEmpty && mention.Properties.IsEmpty && mention.Types.Length == 1 && mention.Fragments.Length == 1
            ? null
            : new MentionDetails(mention.Fragments, [.. mention.Types.Skip(1).Select(mapping.MapType)], properties, mention.Properties,
                FilePlace.From(mention.Place));
    }
}
