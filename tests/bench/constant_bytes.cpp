// Answers every request with the bytes of one file and does nothing else: the ceiling of any FastCGI handler
// here.
//   constant_bytes SOCKET FILE CONTENT-TYPE
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <fcgiapp.h>
#include <sys/stat.h>

int main(int count, char** arguments) {
    if (count != 4) return 64;
    std::ifstream in{arguments[2], std::ios::binary};
    std::string const body{std::istreambuf_iterator<char>{in}, {}};
    std::string const answer = std::string{"Content-Type: "} + arguments[3] +
                               "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    FCGX_Init();
    int const socket = FCGX_OpenSocket(arguments[1], 1024);
    ::chmod(arguments[1], 0666);
    FCGX_Request request;
    FCGX_InitRequest(&request, socket, 0);
    while (FCGX_Accept_r(&request) >= 0) {
        FCGX_PutStr(answer.data(), int(answer.size()), request.out);
        FCGX_Finish_r(&request);
    }
}
