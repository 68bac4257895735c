namespace Graph.Query.Execution;

/// <summary>Puts the values of a property in order.</summary>
internal sealed partial class PropertyReader
{
    /// <summary>
    /// Numbers in the order of the values; see <see cref="Column.GetOrderCodes"/>. Null, and nothing done, where the kinds mix.
    /// </summary>
    public bool? TryGetOrderCodes(ReadOnlySpan<int> ids, Span<ulong> codes, Action check)
    {
        switch (form)
        {
            case OrderForm.Values:
                return null;
            case OrderForm.Texts:
                return GetTextCodes(ids, codes, check);
            case OrderForm.Numbers:
                ForEachPart(ids, codes, check, static (section, run, target) => section.GetNumberCodes(run, target));
                return Array.TrueForAll(sections, section => section.AreNumberCodesExact);
            default:
                ForEachPart(ids, codes, check, static (section, run, target) => section.GetOrderCodes(run, target));
                return true;
        }
    }

    /// <summary>The order of two rows' values (orderability), -1 for a row of null; no string is made.</summary>
    public int Compare(int left, int right)
    {
        if (form != OrderForm.Texts)
            return ValueComparer.Compare(Read(left), Read(right));

        var isLeftNull = !TryGetUtf8(left, out var leftUtf8);
        var isRightNull = !TryGetUtf8(right, out var rightUtf8);
        return isLeftNull || isRightNull ? isLeftNull.CompareTo(isRightNull) : leftUtf8.SequenceCompareTo(rightUtf8);
    }


    /// <summary>The order of two strings by their codes; both are strings of dictionaries.</summary>
    public int CompareTextCodes(long left, long right)
    {
        var (leftSection, rightSection) = (PropertySection.FindIndex(left), PropertySection.FindIndex(right));
        return leftSection == rightSection && sections[leftSection].OrderForm == OrderForm.Ranks
            ? left.CompareTo(right)
            : sections[leftSection].GetCodedUtf8(left).SequenceCompareTo(sections[rightSection].GetCodedUtf8(right));
    }

    private static OrderForm FindOrderForm(PropertySection[] sections)
    {
        var forms = sections.Select(section => section.OrderForm).Where(form => form != OrderForm.None).ToList();
        return forms.Distinct().ToList() switch
        {
            [] => OrderForm.None,
            [OrderForm.Ranks] => forms.Count == 1 ? OrderForm.Ranks : OrderForm.Texts,
            [var only] => only,
            var mixed when mixed.TrueForAll(form => form is OrderForm.Integers or OrderForm.Numbers) => OrderForm.Numbers,
            var mixed when mixed.TrueForAll(form => form is OrderForm.Ranks or OrderForm.Texts) => OrderForm.Texts,
            _ => OrderForm.Values,
        };
    }

    /// <summary>What all strings begin with tells nothing, so the codes are taken from what comes after.</summary>
    private bool GetTextCodes(ReadOnlySpan<int> ids, Span<ulong> codes, Action check)
    {
        var skipped = FindCommonPrefix(ids, check);
        var isExact = true;
        for (var row = 0; row < ids.Length; row++)
        {
            if (row % QueryBudget.CheckInterval == 0)
                check();
            if (!TryGetUtf8(ids[row], out var utf8))
            {
                codes[row] = OrderCodes.Null;
                continue;
            }

            codes[row] = OrderCodes.OfUtf8(utf8[skipped..]);
            isExact &= OrderCodes.IsExactUtf8(utf8.Length - skipped);
        }

        return isExact;
    }

    private int FindCommonPrefix(ReadOnlySpan<int> ids, Action check)
    {
        ReadOnlySpan<byte> prefix = default;
        var isFirst = true;
        for (var row = 0; row < ids.Length; row++)
        {
            if (row % QueryBudget.CheckInterval == 0)
                check();
            if (!TryGetUtf8(ids[row], out var utf8))
                continue;

            prefix = isFirst ? utf8 : prefix[..prefix.CommonPrefixLength(utf8)];
            isFirst = false;
            if (prefix.IsEmpty)
                break;
        }

        return prefix.Length;
    }

    /// <summary>Order codes run by run, with a look at the limits between the parts of many rows.</summary>
    private void ForEachPart(ReadOnlySpan<int> ids, Span<ulong> codes, Action check, RunAction<ulong> action)
    {
        for (var start = 0; start < ids.Length; start += QueryBudget.CheckInterval)
        {
            check();
            var count = Math.Min(QueryBudget.CheckInterval, ids.Length - start);
            ForEachRun(ids.Slice(start, count), codes.Slice(start, count), OrderCodes.Null, action);
        }
    }
}
