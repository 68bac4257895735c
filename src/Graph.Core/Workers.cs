using System.Runtime.ExceptionServices;

namespace Graph.Core;

/// <summary>Work that is spread over threads.</summary>
internal static class Workers
{
    /// <summary>Runs parallel work; what a thread of it throws first reaches the caller as it was thrown.</summary>
    public static void Run(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.Flatten().InnerExceptions[0]);
        }
    }
}
