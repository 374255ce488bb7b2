using System.Runtime.InteropServices;

namespace PublicLedger;

public static partial class Disk
{
    /// <summary>The system calls that .NET has no name for. Each says whether it worked; none throws.</summary>
    internal static partial class Native
    {
        private const int CurrentFolder = -100; // AT_FDCWD on Linux
        private const uint Exchange = 2; // RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS

        /// <summary>Gives a file a second name. Not on every file system, and never across two.</summary>
        public static bool HardLink(string file, string name)
        {
            try
            {
                return OperatingSystem.IsWindows() ? CreateHardLink(name, file, 0) : Link(file, name) == 0;
            }
            catch (EntryPointNotFoundException)
            {
                return false;
            }
        }

        /// <summary>Exchanges two folders in one step, so that at no moment either name is without one. Linux and macOS.</summary>
        public static bool ExchangeFolders(string left, string right)
        {
            try
            {
                return OperatingSystem.IsLinux() ? RenameAt2(CurrentFolder, left, CurrentFolder, right, Exchange) == 0
                    : OperatingSystem.IsMacOS() && RenameX(left, right, Exchange) == 0;
            }
            catch (EntryPointNotFoundException)
            {
                return false; // a C library older than the call
            }
        }

        /// <summary>Waits until everything written so far to the file system of a folder is on the disk. Linux only.</summary>
        public static bool FlushFileSystem(string folder)
        {
            if (!OperatingSystem.IsLinux()) return false;
            var handle = Open(folder, 0);
            if (handle < 0) return false;
            var result = SyncFileSystem(handle);
            _ = Close(handle);
            return result == 0;
        }

        /// <summary>Opens a folder for reading; the number stands for that folder even when its name comes to mean another.</summary>
        [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
        internal static partial int Open(string path, int flags);

        [LibraryImport("libc", EntryPoint = "close")]
        internal static partial int Close(int handle);

        [LibraryImport("libc", EntryPoint = "syncfs")]
        private static partial int SyncFileSystem(int handle);

        [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int Link(string file, string name);

        [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int RenameAt2(int leftFolder, string left, int rightFolder, string right, uint flags);

        [LibraryImport("libc", EntryPoint = "renamex_np", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int RenameX(string left, string right, uint flags);

        [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
        [return: MarshalAs(UnmanagedType.Bool)]
        private static partial bool CreateHardLink(string name, string file, nint reserved);
    }
}
