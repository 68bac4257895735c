using System.Runtime.ExceptionServices;

namespace Graph.Query.Execution;

/// <summary>Sorts that can be stopped between two comparisons: what stops one comes out as itself, not as a failure of the sort.</summary>
internal static class StoppableSort
{
    /// <summary>Comparisons between two looks at the limits: few, as two long lists can take long to compare.</summary>
    private const int CheckInterval = 256;

    public static void Sort<T>(ExecutionState state, Span<T> items, Comparison<T> compare)
    {
        var comparisons = 0;
        try
        {
            items.Sort((left, right) =>
            {
                if ((++comparisons & (CheckInterval - 1)) == 0)
                    state.Check();
                return compare(left, right);
            });
        }
        catch (InvalidOperationException error) when (error.InnerException is OperationCanceledException or QueryException)
        {
            ExceptionDispatchInfo.Throw(error.InnerException);
        }
    }
}
