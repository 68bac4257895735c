using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Graph.Export.Tests;

/// <summary>
/// A real browser without a window, driven by its own protocol. Everything that it complains of, and every address it asks, is kept.
/// </summary>
internal sealed class Browser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly string profile = Directory.CreateTempSubdirectory("graph-browser").FullName;
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource limit = new(Patience);
    private string? session;
    private bool isLoaded;
    private int lastId;

    private Browser(string program)
    {
        var start = new ProcessStartInfo(program,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1280,900",
            "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
        ])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        };
        start.Environment["HOME"] = profile;
        process = Process.Start(start)!;
    }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    /// <summary>Opens a file; skips the test where there is no browser.</summary>
    public static async Task<Browser> Open(string file)
    {
        var browser = new Browser(Tools.Require("chromium"));
        try
        {
            await browser.Connect(file);
            return browser;
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    /// <summary>The value of an expression of JavaScript; a promise is waited for.</summary>
    public async Task<JsonNode?> Evaluate(string expression)
    {
        var result = await Send(
            "Runtime.evaluate", new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        Assert.True(result["exceptionDetails"] is null, $"{expression}\n{result["exceptionDetails"]}");
        return result["result"]!["value"];
    }

    /// <summary>A press and release of the mouse at a place of the window.</summary>
    public async Task Click(double x, double y)
    {
        foreach (var type in new[] { "mousePressed", "mouseReleased" })
            await Send(
                "Input.dispatchMouseEvent",
                new JsonObject { ["type"] = type, ["x"] = x, ["y"] = y, ["button"] = "left", ["clickCount"] = 1 });
    }

    public async Task Type(string text) => await Send("Input.insertText", new JsonObject { ["text"] = text });

    public async Task Screenshot(string file) =>
        await File.WriteAllBytesAsync(file, Convert.FromBase64String((string)(await Send("Page.captureScreenshot", []))["data"]!));

    public void Dispose()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        limit.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private async Task Connect(string file)
    {
        const string sign = "DevTools listening on ";
        string? line;
        do
            line = await process.StandardError.ReadLineAsync(limit.Token);
        while (line is not null && !line.StartsWith(sign, StringComparison.Ordinal));
        _ = process.StandardError.ReadToEndAsync(limit.Token);

        await socket.ConnectAsync(new Uri(line![sign.Length..]), limit.Token);
        var target = await Send("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        session = (string)(await Send(
            "Target.attachToTarget", new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true }))["sessionId"]!;
        foreach (var domain in new[] { "Page", "Runtime", "Log", "Network" })
            await Send($"{domain}.enable", []);
        await Send("Page.navigate", new JsonObject { ["url"] = new Uri(file).AbsoluteUri });
        while (!isLoaded)
            Note(await Receive());
    }

    private async Task<JsonNode> Send(string method, JsonObject parameters)
    {
        var id = ++lastId;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            message["sessionId"] = session;
        await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, limit.Token);
        while (true)
        {
            var answer = await Receive();
            if ((int?)answer["id"] != id)
            {
                Note(answer);
                continue;
            }

            Assert.True(answer["error"] is null, $"{method}: {answer["error"]}");
            return answer["result"]!;
        }
    }

    private void Note(JsonNode message)
    {
        var parameters = message["params"];
        switch ((string?)message["method"])
        {
            case "Page.loadEventFired": isLoaded = true; break;
            case "Runtime.exceptionThrown": Complaints.Add(parameters!.ToJsonString()); break;
            case "Log.entryAdded": Complaints.Add(parameters!.ToJsonString()); break;
            case "Runtime.consoleAPICalled": Complaints.Add(parameters!.ToJsonString()); break;
            case "Network.requestWillBeSent": Requests.Add((string)parameters!["request"]!["url"]!); break;
        }
    }

    private async Task<JsonNode> Receive()
    {
        using var message = new MemoryStream();
        var buffer = new byte[1 << 16];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, limit.Token);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}
