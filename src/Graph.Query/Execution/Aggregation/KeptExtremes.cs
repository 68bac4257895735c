namespace Graph.Query.Execution;

/// <summary>The smallest or largest value of each group, kept in a form that is compared without making values.</summary>
internal abstract class KeptExtremes
{
    /// <param name="hasOneGroup">A column of integers is then taken in one loop.</param>
    /// <returns>Null where the values of such a column have to be made.</returns>
    public static KeptExtremes? Create(Column column, bool hasOneGroup, int sign)
    {
        if (column is ElementPropertyColumn { Reader: var reader } && CodeExtremes.CanHold(reader))
            return hasOneGroup && reader.HasIntegerCodes ? null : new CodeExtremes(reader, sign);
        return column.AreTexts ? new TextExtremes(sign) : null;
    }

    public abstract void Resize(int count);

    /// <summary>False, and nothing done, for a column of another form.</summary>
    public abstract bool TryAdd(Column column, ReadOnlySpan<int> groups);

    public abstract Value GetResult(int group);
}
