namespace Graph.Annotations;

/// <summary>
/// How tags of names within names stand together at a token: with a bar, comma or hash between, <c>I-ORG|B-LOC</c>, or in as many fields as
/// there are names, <c>Oslo I-ORG B-LOC</c>.
/// </summary>
internal sealed record IobNesting(bool AreFields)
{
    /// <summary>Null where no token has several.</summary>
    public static IobNesting? Find(IobLayout layout, IEnumerable<string[]> sample)
    {
        var rows = sample.Where(fields => fields.Length > 1).ToList();
        if (layout.ArePlain || layout.AreBare || layout.Notation is not null || layout.Tags is not [var column])
            return null;
        if (rows.Exists(fields => TagNotation.IsJoined(IobLayout.Get(fields, column.Index))))
            return new IobNesting(AreFields: false);
        var areTags = layout is { ColumnCount: 2, Token: 0 }
            && rows.Exists(fields => fields.Length > 2)
            && rows.TrueForAll(fields => fields.Skip(1).All(tag => tag == "O" || (tag.Length > 2 && TagSequence.IsTag(tag))));
        return areTags ? new IobNesting(AreFields: true) : null;
    }

    public IEnumerable<string> GetTags(string[] fields, int column) =>
        AreFields ? fields.Skip(1) : TagNotation.Split(IobLayout.Get(fields, column));
}
